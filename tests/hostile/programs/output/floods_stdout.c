// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes lines to stdout for ever
// expect: stopped output
#include "hostile.h"

int main(void) {
    while (1) {
        puts("all work and no play");
    }
}
