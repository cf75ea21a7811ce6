// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: stops its parent, so that nobody watches the clock
// expect: stopped wall idle
// wall-ms: 400
#include "hostile.h"

int main(void) {
    kill(getppid(), SIGSTOP);
    kill(1, SIGSTOP);
    kill(1, SIGTSTP);
    sleepForEver();
}
