// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes on in processes that ignore that nobody reads any more
// expect: stopped output
#include "hostile.h"

int main(void) {
    static char block[1 << 12];
    signal(SIGPIPE, SIG_IGN);
    for (int child = 0; child < 6; ++child) {
        if (fork() == 0) {
            setsid();
            while (1) {
                write(1, block, sizeof block);
            }
        }
    }
    sleepForEver();
}
