// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: computes in a child whose time no wait reports, since SIGCHLD is ignored
// expect: stopped cpu
// cpu-ms: 300
// wall-ms: 10000
#include "hostile.h"

int main(void) {
    signal(SIGCHLD, SIG_IGN);
    if (fork() == 0) {
        spin();
    }
    sleepForEver();
}
