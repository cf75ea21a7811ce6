// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: includes a file that has no end
// expect: stopped memory | exited 1 out-of-memory
// memory-mib: 128
#include "/dev/zero"

int main() {}
