// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: looks idle while its child computes
// expect: stopped wall busy
// wall-ms: 300
#include "hostile.h"

int main(void) {
    if (fork() == 0) {
        spin();
    }
    sleepForEver();
}
