// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: forks for ever, and so do its children
// expect: stopped cpu | stopped wall
// cpu-ms: 400
// wall-ms: 800
// memory-mib: 256
#include "hostile.h"

int main(void) {
    while (1) {
        fork();
    }
}
