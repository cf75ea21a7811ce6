// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: spreads 160 MiB over ten processes that are each below the limit
// expect: stopped memory
// memory-mib: 64
// wall-ms: 5000
#include "hostile.h"

int main(void) {
    for (int child = 0; child < 10; ++child) {
        if (fork() == 0) {
            touch(malloc(mib(16)), mib(16));
            sleepForEver();
        }
    }
    sleepForEver();
}
