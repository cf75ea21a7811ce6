// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: executes what is no instruction
// expect: signalled SIGILL
int main(void) {
    __asm__ volatile("ud2");
    return 0;
}
