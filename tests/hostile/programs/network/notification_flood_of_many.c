// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: tries what is forbidden from eight processes at once, each of which is killed while it waits for an answer
// expect: exited 0
// output: done
// cpu-ms: 3000
// wall-ms: 8000
#include "hostile.h"

#include <sys/socket.h>

int main(void) {
    for (int round = 0; round < 20; ++round) {
        pid_t children[8];
        for (int i = 0; i < 8; ++i) {
            children[i] = fork();
            if (children[i] == 0) {
                while (1) {
                    socket(AF_INET, SOCK_STREAM, 0);
                }
            }
        }
        sleepFor(2);
        for (int i = 0; i < 8; ++i) {
            kill(children[i], SIGKILL);
            waitpid(children[i], NULL, 0);
        }
    }
    printf("done\n");
    return 0;
}
