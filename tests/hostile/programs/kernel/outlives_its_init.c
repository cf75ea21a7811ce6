// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: doesn't die with its init: gives up the signal for that, and leaves a process behind
// expect: exited 0
// survivors: 1
// output: death signal: allowed
#include "hostile.h"

#include <sys/prctl.h>

int main(void) {
    report("death signal", prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0));
    if (fork() == 0) {
        prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0);
        setsid();
        sleepForEver();
    }
    return 0;
}
