// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: gives itself a name that looks like the rest of a line of /proc, and computes in a child of that name
// expect: stopped cpu
// cpu-ms: 300
// wall-ms: 10000
#include "hostile.h"

#include <sys/prctl.h>

int main(void) {
    signal(SIGCHLD, SIG_IGN);
    if (fork() == 0) {
        prctl(PR_SET_NAME, "a) Z 0 0 0 (b");
        spin();
    }
    sleepForEver();
}
