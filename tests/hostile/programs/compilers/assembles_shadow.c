// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has the assembler take the passwords of the host for data, and then for instructions
// expect: exited 1
// never: root:
// keeps-back: main
asm(".incbin \"/etc/shadow\"");
asm(".include \"/etc/shadow\"");

int main(void) {}
