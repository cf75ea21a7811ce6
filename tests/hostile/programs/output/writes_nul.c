// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes what ends a text in the middle of a line
// expect: exited 0
#include "hostile.h"

int main(void) {
    write(1, "before\0after\n\0\0\n\xff\xfe\x1b[2J\r\n", 24);
    return 0;
}
