// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: calls itself for ever
// expect: signalled SIGSEGV | stopped memory
// memory-mib: 32
#include "hostile.h"

static int descend(volatile int depth) {
    volatile char frame[4096];
    frame[depth % 4096] = 1;
    return descend(depth + 1) + frame[0];
}

int main(void) {
    return descend(0);
}
