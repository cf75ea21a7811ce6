// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes to ever more memory
// expect: stopped memory
// memory-mib: 32
#include "hostile.h"

int main(void) {
    while (1) {
        touch(malloc(mib(1)), mib(1));
    }
}
