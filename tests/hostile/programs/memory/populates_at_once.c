// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has the kernel fill a gibibyte in one call, between two looks of a watcher
// expect: stopped memory
// memory-mib: 32
#include "hostile.h"

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

int main(void) {
    char* block = mmap(NULL, mib(1024), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    madvise(block, mib(1024), MADV_POPULATE_WRITE);
    touch(block, mib(1024));
    sleepFor(500);
    return 0;
}
