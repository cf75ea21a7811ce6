// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: a chain of processes each of which ends as soon as it has a child, so that no list of them is ever true
// expect: stopped cpu | stopped wall
// cpu-ms: 400
// wall-ms: 800
// memory-mib: 256
#include "hostile.h"

int main(void) {
    for (int chain = 0; chain < 4; ++chain) {
        if (fork() == 0) {
            while (1) {
                if (fork() > 0) {
                    _exit(0);
                }
            }
        }
    }
    sleepForEver();
}
