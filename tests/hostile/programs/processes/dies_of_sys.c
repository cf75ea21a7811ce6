// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: raises the signal of a forbidden system call
// expect: signalled SIGSYS
#include "hostile.h"

int main(void) {
    raise(SIGSYS);
    return 0;
}
