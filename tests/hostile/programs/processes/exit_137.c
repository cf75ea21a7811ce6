// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: ends with the code by which a shell would tell of SIGKILL
// expect: exited 137
int main(void) {
    return 137;
}
