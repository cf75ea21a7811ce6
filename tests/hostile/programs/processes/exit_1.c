// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: ends with an error
// expect: exited 1
int main(void) {
    return 1;
}
