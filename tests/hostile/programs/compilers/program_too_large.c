// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes a program that fits into the file space, and is larger than what is brought back
// expect: exited 0
// keeps-back: main
char text[20 << 20] = {1};

int main(void) {
    return text[5];
}
