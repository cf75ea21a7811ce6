// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves the folders of headers upwards
// expect: exited 1
// never: root:
#include_next <../../../../../../../../etc/shadow>

int main(void) {}
