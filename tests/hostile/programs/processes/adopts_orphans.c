// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: becomes the reaper of its descendants, so that none falls to the run's init, and ends
// expect: exited 0
// survivors: 1
#include "hostile.h"

#include <sys/prctl.h>

int main(void) {
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    if (fork() == 0) {
        if (fork() == 0) {
            sleepForEver();
        }
        _exit(0);
    }
    wait(NULL);
    return 0;
}
