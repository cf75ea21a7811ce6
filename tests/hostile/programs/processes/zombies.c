// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes children that end and are never waited for, until no more can be made
// expect: exited 0
// output: children: refused EAGAIN
#include "hostile.h"

int main(void) {
    for (int made = 0; made < 64; ++made) {
        const pid_t child = fork();
        if (child == 0) {
            _exit(0);
        }
        if (child < 0) {
            report("children", -1);
            return 0;
        }
    }
    report("children", 0);
    return 1;
}
