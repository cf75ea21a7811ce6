// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: raises the signal of a passed CPU limit without having used any
// expect: signalled SIGXCPU
#include "hostile.h"

int main(void) {
    raise(SIGXCPU);
    return 0;
}
