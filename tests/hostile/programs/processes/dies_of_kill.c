// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: kills itself as a limit would, so that it looks like one
// expect: signalled SIGKILL
#include "hostile.h"

int main(void) {
    kill(getpid(), SIGKILL);
    return 0;
}
