// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: ignores every signal that can be ignored, blocks the rest, and waits
// expect: stopped wall idle
// wall-ms: 400
#include "hostile.h"

int main(void) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    for (int number = 1; number < NSIG; ++number) {
        signal(number, SIG_IGN);
    }
    sleepForEver();
}
