// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves a sleeping process behind that has left session, parent and folder
// expect: exited 0
// survivors: 1
#include "hostile.h"

int main(void) {
    if (fork() == 0) {
        setsid();
        if (fork() == 0) {
            chdir("/");
            close(0);
            close(1);
            close(2);
            sleepForEver();
        }
        _exit(0);
    }
    wait(NULL);
    return 0;
}
