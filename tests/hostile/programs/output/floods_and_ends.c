// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes more than the limit at once and ends before anybody can stop it
// expect: stopped output
// output-kib: 16
#include "hostile.h"

int main(void) {
    static char block[17 << 10];
    write(1, block, sizeof block);
    _exit(0);
}
