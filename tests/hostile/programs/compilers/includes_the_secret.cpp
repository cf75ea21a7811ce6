// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: includes an answer of the host
// expect: exited 1
// keeps-back: main
#include SECRET

int main() {}
