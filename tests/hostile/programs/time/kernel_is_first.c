// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: looks whether the kernel, which counts whole ticks against RLIMIT_CPU, would end it before the judge does
// expect: exited 0
// output: room to spare
// cpu-ms: 3000
#include "hostile.h"

#include <sys/resource.h>

int main(void) {
    struct rlimit limit;
    getrlimit(RLIMIT_CPU, &limit);
    printf(limit.rlim_cur > 6 ? "room to spare\n" : "%lu s\n", (unsigned long)limit.rlim_cur);
    return 0;
}
