// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has the accounts of the host shown in messages of the compiler; those in the box are made up
// expect: exited 1
// never: root:
// never: daemon:
#include "/etc/passwd"

int main(void) {}
