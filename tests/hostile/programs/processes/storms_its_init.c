// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: keeps the watching process busy with signals, to be forgotten meanwhile
// expect: stopped cpu | stopped wall
// cpu-ms: 400
// wall-ms: 800
#include "hostile.h"

int main(void) {
    for (int child = 0; child < 4; ++child) {
        fork();
    }
    while (1) {
        kill(1, SIGCHLD);
        kill(1, SIGRTMIN);
        kill(1, SIGTERM);
    }
}
