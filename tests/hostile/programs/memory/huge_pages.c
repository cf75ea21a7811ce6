// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: takes memory in huge pages, two mebibytes at a touch
// expect: stopped memory
// memory-mib: 32
#include "hostile.h"

int main(void) {
    char* block = mmap(NULL, mib(512), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    madvise(block, mib(512), MADV_HUGEPAGE);
    touch(block, mib(512));
    sleepFor(500);
    return 0;
}
