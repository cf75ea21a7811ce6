// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: lends its memory to a child that sleeps, and so sleeps in the kernel itself
// expect: stopped wall
// wall-ms: 300
#include "hostile.h"

int main(void) {
    if (vfork() == 0) {
        sleepForEver();
    }
    return 0;
}
