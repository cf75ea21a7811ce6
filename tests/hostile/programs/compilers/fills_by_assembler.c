// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has the assembler write 8 GB of zeros
// expect: exited 1 | exited 4
// keeps-back: main
asm(".fill 1000000000, 8, 1");

int main(void) {}
