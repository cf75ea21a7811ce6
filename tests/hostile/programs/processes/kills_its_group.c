// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: sends SIGKILL to its own process group, hoping that the sandbox is in it
// expect: signalled SIGKILL
#include "hostile.h"

int main(void) {
    kill(0, SIGKILL);
    sleepFor(100);
    return 0;
}
