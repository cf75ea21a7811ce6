// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: stops itself, which no wait for its end notices
// expect: stopped wall idle
// wall-ms: 400
#include "hostile.h"

int main(void) {
    raise(SIGSTOP);
    return 0;
}
