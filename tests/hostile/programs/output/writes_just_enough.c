// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes exactly as much as it may
// expect: exited 0
// output-kib: 16
#include "hostile.h"

int main(void) {
    static char block[16 << 10];
    memset(block, 'x', sizeof block);
    write(1, block, sizeof block);
    return 0;
}
