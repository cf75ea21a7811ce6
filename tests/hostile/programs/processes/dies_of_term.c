// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: raises SIGTERM
// expect: signalled SIGTERM
#include "hostile.h"

int main(void) {
    raise(SIGTERM);
    return 0;
}
