// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: lets each child borrow its memory and start the program anew
// expect: stopped cpu | stopped wall
// cpu-ms: 400
// wall-ms: 800
// memory-mib: 256
#include "hostile.h"

int main(int count, char** words) {
    char* again[] = {"fork_bomb_by_vfork", "fork_bomb_by_vfork", NULL};
    while (1) {
        if (vfork() == 0) {
            execv("/proc/self/exe", again);
            _exit(1);
        }
    }
}
