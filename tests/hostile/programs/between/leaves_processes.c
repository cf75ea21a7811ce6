// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves processes behind, in sessions of their own and proof against signals, for the next run
// roles: leaves then finds
// expect: exited 0
// survivors[leaves]: 5
// output[leaves]:
// output[finds]: processes to be seen: 2
// output[finds,no-namespaces]: processes to be seen: 0
#include "hostile.h"

static int processes(void) {
    int found = 0;
    for (int process = 1; process < 5000; ++process) {
        char path[40];
        sprintf(path, "/proc/%d/cmdline", process);
        found += open(path, O_RDONLY) >= 0;
    }
    return found;
}

int main(int count, char** words) {
    if (strcmp(words[1], "finds") == 0) {
        printf("processes to be seen: %d\n", processes());
        return 0;
    }
    for (int i = 0; i < 5; ++i) {
        if (fork() == 0) {
            setsid();
            for (int number = 1; number < NSIG; ++number) {
                signal(number, SIG_IGN);
            }
            sleepForEver();
        }
    }
    sleepFor(20);
    return 0;
}
