// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has 4 GiB of variables and writes to all of them
// expect: stopped memory
// memory-mib: 32
// binary: own
//
// Without the C library, which doesn't reach behind so large a block.
char g_block[4UL << 30];

void _start(void) {
    for (unsigned long i = 0; i < sizeof g_block; i += 4096) {
        ((volatile char*)g_block)[i] = 1;
    }
    __asm__ volatile("syscall" : : "a"(231), "D"(0) : "rcx", "r11", "memory");
    __builtin_unreachable();
}
