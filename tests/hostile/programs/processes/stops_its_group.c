// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: stops its own process group
// expect: stopped wall idle
// wall-ms: 400
#include "hostile.h"

int main(void) {
    fork();
    kill(0, SIGSTOP);
    return 0;
}
