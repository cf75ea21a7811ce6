// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: wakes up every millisecond, so that it never looks asleep for long
// expect: stopped wall
// wall-ms: 300
#include "hostile.h"

int main(void) {
    while (1) {
        usleep(1000);
    }
}
