// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: changes the limits, the priority and the CPUs of the process that watches it
// expect: exited 0
// output: prlimit: refused EPERM
// output: setpriority: refused EPERM
// output: sched_setaffinity: refused EPERM
// output: sched_setscheduler: refused EPERM
// blocked: prlimit64 setpriority sched_setaffinity sched_setscheduler
#include "hostile.h"

#include <sched.h>
#include <sys/resource.h>

int main(void) {
    const struct rlimit none = {0, 0};
    const struct sched_param parameters = {0};
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(0, &one);
    const pid_t watcher = getppid() > 0 ? getppid() : 1;
    report("prlimit", prlimit(watcher, RLIMIT_NOFILE, &none, NULL));
    report("setpriority", setpriority(PRIO_PROCESS, watcher, 19));
    report("sched_setaffinity", sched_setaffinity(watcher, sizeof one, &one));
    report("sched_setscheduler", sched_setscheduler(watcher, SCHED_IDLE, &parameters));
    return 0;
}
