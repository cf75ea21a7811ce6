// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: puts more on the stack than the stack holds, in one step that jumps over its guard
// expect: signalled SIGSEGV | stopped memory
// memory-mib: 32
#include "hostile.h"

#include <alloca.h>

int main(void) {
    volatile size_t size = mib(1024);
    char* frame = alloca(size);
    touch(frame, size);
    return 0;
}
