// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: includes an input that never comes. A pipe of root's can't even be opened a second time.
// expect: stopped wall idle
// expect[root]: stopped wall idle | exited 1
// wall-ms: 1500
// input-pipe: open
#include "/proc/self/fd/0"

int main() {}
