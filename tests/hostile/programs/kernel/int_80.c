// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes its calls as a program of 32 bits would, whose numbers the filter doesn't know
// A kernel without such programs has no such gate.
// expect: signalled SIGSYS | signalled SIGSEGV
// output:
#include "hostile.h"

int main(void) {
    long result = 0;
    // Number 20 is getpid there, and writev here.
    __asm__ volatile("int $0x80" : "=a"(result) : "a"(20L) : "memory", "r8", "r9", "r10", "r11");
    printf("still here, with %ld\n", result);
    return 0;
}
