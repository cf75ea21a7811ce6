// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes one line that never ends
// expect: stopped output
#include "hostile.h"

int main(void) {
    static char block[1 << 16];
    memset(block, 'x', sizeof block);
    while (1) {
        write(1, block, sizeof block);
    }
}
