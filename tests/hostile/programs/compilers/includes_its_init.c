// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: includes the environment of the process that watches the run, which is the judge's own
// expect: exited 1
// never: HOME=
// never: PATH=
#include "/proc/1/environ"

int main(void) {}
