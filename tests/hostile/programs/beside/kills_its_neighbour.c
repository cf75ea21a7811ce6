// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: kills, stops and signals whatever runs beside it
// roles: kills beside lives
// expect: exited 0
// output[kills]: still here
// output[lives]: still here
#include "hostile.h"

static void attack(int number) {
    const pid_t own = getpid();
    kill(-1, number);
    for (pid_t other = own > 2000 ? own - 2000 : 2; other < own + 2000; ++other) {
        if (other != own) {
            kill(other, number);
            kill(-other, number);
        }
    }
}

int main(int count, char** words) {
    if (strcmp(words[1], "kills") == 0) {
        for (int i = 0; i < 20; ++i) {
            attack(i % 2 == 0 ? SIGKILL : SIGSTOP);
            sleepFor(20);
        }
    } else {
        sleepFor(600);
    }
    printf("still here\n");
    return 0;
}
