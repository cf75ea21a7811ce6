// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has the compiler show the environment of the process that watches the run, which is the judge's own
// expect: exited 1
// never: HOME=
// never: PATH=
int main(void) {
#line 1 "/proc/1/environ"
    return a;
}
