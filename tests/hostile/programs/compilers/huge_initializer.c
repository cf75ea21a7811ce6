// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes a program of 400 MB
// expect: exited 1 | exited 4
// keeps-back: main
int numbers[100000000] = {1};

int main(void) {
    return numbers[5];
}
