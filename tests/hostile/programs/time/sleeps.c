// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: sleeps for ever
// expect: stopped wall idle
// wall-ms: 300
#include "hostile.h"

int main(void) {
    sleepForEver();
}
