// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: divides by zero
// expect: signalled SIGFPE
int main(void) {
    volatile int number = 1000;
    volatile int zero = 0;
    return number / zero;
}
