// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: reads a mapping beyond the end of its file
// expect: signalled SIGBUS
#include "hostile.h"

int main(void) {
    const int file = open("short", O_RDWR | O_CREAT, 0600);
    volatile char* memory = mmap(NULL, 4096, PROT_READ, MAP_SHARED, file, 0);
    return memory[0];
}
