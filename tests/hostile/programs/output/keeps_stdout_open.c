// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: ends while another process keeps stdout open, so that whoever reads it waits
// expect: exited 0
// output: the end
// survivors: 1
#include "hostile.h"

int main(void) {
    if (fork() == 0) {
        setsid();
        sleepForEver();
    }
    puts("the end");
    return 0;
}
