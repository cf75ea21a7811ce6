// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: raises a signal that has a number and no name
// expect: signalled 40
#include "hostile.h"

int main(void) {
    raise(40);
    return 0;
}
