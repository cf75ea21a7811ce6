// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves a fork bomb behind and ends at once
// expect: exited 0
// memory-mib: 256
#include "hostile.h"

int main(void) {
    if (fork() == 0) {
        setsid();
        while (1) {
            fork();
        }
    }
    return 0;
}
