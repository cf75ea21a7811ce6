// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: spends its time in system calls
// expect: stopped cpu
// cpu-ms: 300
// wall-ms: 10000
#include "hostile.h"

int main(void) {
    static char block[1 << 20];
    const int zero = open("/dev/zero", O_RDONLY);
    while (1) {
        read(zero, block, sizeof block);
    }
}
