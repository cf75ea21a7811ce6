// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: takes all CPUs by as many processes as it may have, beside one that computes
// roles: storms beside computes
// expect[computes]: exited 0
// expect[storms]: stopped cpu | stopped wall busy
// output[computes]: done
// cpu-ms[storms]: 800
// cpu-ms[computes]: 1500
// wall-ms: 10000
#include "hostile.h"

int main(int count, char** words) {
    if (strcmp(words[1], "storms") == 0) {
        while (fork() >= 0) {
        }
        spin();
    }
    spinFor(300);
    printf("done\n");
    return 0;
}
