// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: stays below the limit on each of stdout and stderr, and above it on both
// expect: stopped output
// output-kib: 64
#include "hostile.h"

int main(void) {
    for (int i = 0; i < 40; ++i) {
        static char block[1024];
        write(1, block, sizeof block);
        write(2, block, sizeof block);
    }
    return 0;
}
