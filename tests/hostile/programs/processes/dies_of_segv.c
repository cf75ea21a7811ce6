// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes where there is no memory
// expect: signalled SIGSEGV
int main(void) {
    *(volatile int*)8 = 1;
    return 0;
}
