// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes its stdout readable as its owner, and reads what it has written before the judge does
// expect: exited 0 | stopped output
// cpu-ms: 1000
// output-kib: 16
#include "hostile.h"

int main(void) {
    char block[4096];
    fchmod(1, 0666);
    const int back = open("/proc/self/fd/1", O_RDONLY | O_NONBLOCK);
    if (back < 0) {
        return 0;
    }
    for (int i = 0; i < 200; ++i) {
        write(1, block, sizeof block);
        read(back, block, sizeof block);
    }
    return 0;
}
