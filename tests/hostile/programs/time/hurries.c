// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: gives itself a better priority than others have
// expect: exited 0
// output: nice: refused EPERM | nice: refused EACCES
// output: setpriority: refused EACCES
// output: fifo: refused EPERM
// output: round robin: refused EPERM
// output: deadline: refused EPERM
// output: real-time io: refused EPERM
#include "hostile.h"

#include <sched.h>
#include <sys/resource.h>

struct Deadline {
    unsigned size;
    unsigned policy;
    unsigned long flags;
    int nice;
    unsigned priority;
    unsigned long runtime;
    unsigned long deadline;
    unsigned long period;
};

int main(void) {
    const struct sched_param first = {1};
    struct Deadline deadline = {sizeof deadline, 6, 0, 0, 0, 10000000, 20000000, 20000000};
    errno = 0;
    report("nice", nice(-5) == -1 && errno != 0 ? -1 : 0);
    report("setpriority", setpriority(PRIO_PROCESS, 0, -20));
    report("fifo", sched_setscheduler(0, SCHED_FIFO, &first));
    report("round robin", sched_setscheduler(0, SCHED_RR, &first));
    report("deadline", syscall(SYS_sched_setattr, 0, &deadline, 0));
    report("real-time io", syscall(SYS_ioprio_set, 1, 0, 1 << 13));
    return 0;
}
