// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: asks for cleared memory and counts on nobody seeing it until it is read
// expect: stopped memory
// memory-mib: 32
#include "hostile.h"

int main(void) {
    for (size_t taken = 0; taken < 512; ++taken) {
        char* block = calloc(mib(1) + 1, 1);
        touch(block, mib(1));
    }
    return 0;
}
