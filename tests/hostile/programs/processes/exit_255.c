// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: ends with the largest code
// expect: exited 255
int main(void) {
    return -1;
}
