// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes one byte more than it may
// expect: stopped output
// output-kib: 16
#include "hostile.h"

int main(void) {
    static char block[(16 << 10) + 1];
    write(1, block, sizeof block);
    sleepFor(100);
    return 0;
}
