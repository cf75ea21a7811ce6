// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: computes in children that each live for 3 ms, too short to be seen, and that nobody waits for
// expect: stopped cpu
// expect[no-cgroup]: stopped cpu | stopped wall
// expect[no-namespaces]: stopped cpu | stopped wall
// cpu-ms: 300
// wall-ms: 3000
#include "hostile.h"

int main(void) {
    signal(SIGCHLD, SIG_IGN);
    while (1) {
        const pid_t child = fork();
        if (child == 0) {
            spinFor(3);
            _exit(0);
        }
        waitpid(child, NULL, 0);
    }
}
