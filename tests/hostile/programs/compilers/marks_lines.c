// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has the compiler show lines of host files, in which it takes an error to be
// expect: exited 1
// never: root:
int main(void) {
#line 1 "/etc/shadow"
    return a;
#line 1 SECRET
    return b;
# 1 "/etc/shadow" 1 3
    return c;
}
