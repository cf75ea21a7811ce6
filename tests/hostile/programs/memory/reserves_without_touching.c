// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: reserves a tebibyte of addresses, which costs nothing
// expect: exited 0
// output: mmap: allowed
#include "hostile.h"

int main(void) {
    void* memory = mmap(NULL, 1UL << 40, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    report("mmap", memory == MAP_FAILED ? -1 : 0);
    return 0;
}
