// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: closes stdout and writes on
// expect: exited 0
// output: before
#include "hostile.h"

int main(void) {
    puts("before");
    close(1);
    for (int i = 0; i < 1000; ++i) {
        write(1, "after\n", 6);
    }
    return 0;
}
