// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: includes the passwords of the host
// expect: exited 1
// never: root:
// keeps-back: main
#include "/etc/shadow"

int main(void) {}
