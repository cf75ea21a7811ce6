// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: asks for the age of a file of the host
// expect: exited 1
// never: older than
#pragma GCC dependency "/etc/shadow"

int main() {}
