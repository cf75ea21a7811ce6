// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes lines to stderr for ever
// expect: stopped output
#include "hostile.h"

int main(void) {
    while (1) {
        fputs("all work and no play\n", stderr);
    }
}
