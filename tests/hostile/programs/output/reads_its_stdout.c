// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: reads from its stdout, to take back what it has written or see who else writes there
// expect: exited 0
// output: read: refused EBADF
// output: /proc/self/fd/1: refused EACCES
// output: /dev/stdout: refused EACCES
#include "hostile.h"

int main(void) {
    char byte;
    report("read", read(1, &byte, 1));
    reportOpening("/proc/self/fd/1", O_RDONLY);
    reportOpening("/dev/stdout", O_RDONLY);
    return 0;
}
