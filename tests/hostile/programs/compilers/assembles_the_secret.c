// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has the assembler put an answer of the host into the program
// expect: exited 1
// keeps-back: main
asm(".incbin \"" SECRET "\"");

int main(void) {}
