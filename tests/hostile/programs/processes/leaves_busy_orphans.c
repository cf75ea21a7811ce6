// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves eight processes behind that compute and ignore what can be ignored
// expect: exited 0
// survivors: 8
#include "hostile.h"

int main(void) {
    for (int orphan = 0; orphan < 8; ++orphan) {
        if (fork() == 0) {
            for (int number = 1; number < NSIG; ++number) {
                signal(number, SIG_IGN);
            }
            setsid();
            spin();
        }
    }
    return 0;
}
