// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has the compiler show its environment, in which it takes an error to be; nothing of the judge's is there
// expect: exited 1
// never: HOME=
// never: USER=
// never: LC_ALL=
int main(void) {
#line 1 "/proc/self/environ"
    return a;
}
