// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: opens its streams anew, by each name that they have
// expect: exited 0
// input: hello
// output: /proc/self/fd/0: allowed
// output: /dev/stdin: allowed
// output: /proc/self/fd/1: allowed
// output: /proc/self/fd/1: refused EACCES
// output: /dev/stdout: allowed
// output: /proc/self/fd/2: refused EACCES
// output: /dev/stderr: allowed
// output: /dev/fd/1: allowed
// output: a folder behind its input: refused ENOTDIR
#include "hostile.h"

int main(void) {
    reportOpening("/proc/self/fd/0", O_RDONLY);
    reportOpening("/dev/stdin", O_RDONLY);
    reportOpening("/proc/self/fd/1", O_WRONLY);
    reportOpening("/proc/self/fd/1", O_RDWR);
    reportOpening("/dev/stdout", O_WRONLY);
    reportOpening("/proc/self/fd/2", O_RDWR);
    reportOpening("/dev/stderr", O_WRONLY);
    reportOpening("/dev/fd/1", O_WRONLY | O_TRUNC);
    report("a folder behind its input", openat(0, "..", O_RDONLY));
    return 0;
}
