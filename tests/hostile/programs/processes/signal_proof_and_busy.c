// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: catches SIGXCPU and all its like, and computes on
// expect: stopped cpu
// cpu-ms: 200
#include "hostile.h"

static void goOn(int number) {
}

int main(void) {
    for (int number = 1; number < NSIG; ++number) {
        signal(number, goOn);
    }
    spin();
}
