// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: raises the signal of a file grown too large
// expect: signalled SIGXFSZ
#include "hostile.h"

int main(void) {
    raise(SIGXFSZ);
    return 0;
}
