// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: computes in a grandchild whose parent is gone
// expect: stopped cpu
// cpu-ms: 300
// wall-ms: 10000
#include "hostile.h"

int main(void) {
    if (fork() == 0) {
        setsid();
        if (fork() == 0) {
            spin();
        }
        _exit(0);
    }
    wait(NULL);
    sleepForEver();
}
