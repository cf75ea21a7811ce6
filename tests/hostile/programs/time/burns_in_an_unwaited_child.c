// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: lets a child compute for a second whose time no wait reports, and ends well
// expect: exited 0
// cpu-at-least-ms: 600
// cpu-ms: 4000
#include "hostile.h"

int main(void) {
    signal(SIGCHLD, SIG_IGN);
    const pid_t child = fork();
    if (child == 0) {
        spinFor(1000);
        _exit(0);
    }
    wait(NULL);
    return 0;
}
