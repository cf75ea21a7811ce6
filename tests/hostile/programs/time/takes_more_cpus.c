// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves the one CPU that it was given
// expect: exited 0
// output: sched_setaffinity: refused EPERM
// output: CPUs: 1
// single-cpu: yes
// blocked: sched_setaffinity
#include "hostile.h"

#include <sched.h>

int main(void) {
    cpu_set_t all;
    memset(&all, 0xff, sizeof all);
    report("sched_setaffinity", sched_setaffinity(0, sizeof all, &all));
    cpu_set_t mine;
    CPU_ZERO(&mine);
    sched_getaffinity(0, sizeof mine, &mine);
    printf("CPUs: %d\n", CPU_COUNT(&mine));
    return 0;
}
