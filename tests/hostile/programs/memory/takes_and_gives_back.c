// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: takes 200 MiB for a moment only, and gives them back
// expect: stopped memory
// memory-mib: 32
#include "hostile.h"

int main(void) {
    for (int round = 0; round < 5; ++round) {
        char* block = mmap(NULL, mib(200), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        touch(block, mib(200));
        munmap(block, mib(200));
    }
    return 0;
}
