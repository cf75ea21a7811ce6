// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has the assembler repeat an instruction 20 000 000 times, which it does in memory
// expect: stopped memory | exited 1 out-of-memory
// memory-mib: 128
asm(".rept 20000000\n mov $1, %eax\n .endr");

int main(void) {}
