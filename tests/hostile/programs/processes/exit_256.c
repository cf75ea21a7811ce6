// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: ends with a code that doesn't fit
// expect: exited 0
int main(void) {
    return 256;
}
