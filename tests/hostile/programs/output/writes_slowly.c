// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes a byte now and then, so that it never looks idle
// expect: stopped wall
// wall-ms: 300
#include "hostile.h"

int main(void) {
    while (1) {
        write(1, "x", 1);
        usleep(10000);
    }
}
