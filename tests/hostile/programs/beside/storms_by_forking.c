// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: starts and ends processes without end, beside one that starts a few
// roles: storms beside starts
// expect[starts]: exited 0
// expect[storms]: stopped cpu | stopped wall busy
// output[starts]: done
// cpu-ms[storms]: 800
// wall-ms: 10000
#include "hostile.h"

int main(int count, char** words) {
    const int storms = strcmp(words[1], "storms") == 0;
    for (int i = 0; storms || i < 50; ++i) {
        const pid_t child = fork();
        if (child == 0) {
            _exit(0);
        }
        if (child < 0 && !storms) {
            report("fork", -1);
            return 1;
        }
        waitpid(child, NULL, 0);
    }
    printf("done\n");
    return 0;
}
