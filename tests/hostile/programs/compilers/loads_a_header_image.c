// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has the compiler take a host file for an image of its own memory
// expect: exited 1
#pragma GCC pch_preprocess "/etc/shadow"

int main(void) {}
