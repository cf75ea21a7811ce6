// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: includes the standard input, where the judge might have left something
// expect: exited 0
// brings-back: main
#include "/dev/stdin"
#include "/proc/self/fd/0"

int main() {}
