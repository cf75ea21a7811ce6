// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes bytes of zero for ever
// expect: stopped output
#include "hostile.h"

int main(void) {
    static char block[1 << 16];
    while (1) {
        write(1, block, sizeof block);
    }
}
