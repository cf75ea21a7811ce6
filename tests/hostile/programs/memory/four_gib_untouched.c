// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has 4 GiB of variables and uses none of them, which costs nothing
// expect: exited 0
// binary: own
//
// Without the C library, which doesn't reach behind so large a block.
char g_block[4UL << 30];

void _start(void) {
    const int code = ((volatile char*)g_block)[0];
    __asm__ volatile("syscall" : : "a"(231), "D"(code) : "rcx", "r11", "memory");
    __builtin_unreachable();
}
