// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: computes for ever
// expect: stopped cpu
// cpu-ms: 200
// wall-ms: 10000
#include "hostile.h"

int main(void) {
    spin();
}
