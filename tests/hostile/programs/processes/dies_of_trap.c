// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: executes a breakpoint that nobody waits at
// expect: signalled SIGTRAP
int main(void) {
    __asm__ volatile("int3");
    return 0;
}
