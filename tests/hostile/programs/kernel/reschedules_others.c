// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: changes how the kernel schedules the other processes of its user, and their input and output
// expect: exited 0
// blocked: sched_setparam sched_setattr migrate_pages move_pages mbind setpriority ioprio_set prctl
// output: sched_setparam: refused EPERM
// output: sched_setattr: refused EPERM
// output: priority of its user: refused EPERM
// output: priority of its group: refused EPERM
// output: priority of its user by number: refused EPERM
// output: io priority of another: refused EPERM
// output: io priority of its group: refused EPERM
// output: io priority of its user: refused EPERM
// output: io priority of its user by number: refused EPERM
// output: io priority of its own: allowed
// output: a core for itself: refused EPERM
// output: init's priority: 0
// output: migrate_pages: refused EPERM
// output: move_pages: refused EPERM
// output: mbind: refused EPERM
#include "hostile.h"

#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>

enum { OfProcess = 1, OfGroup, OfUser, Idle = 3 << 13, WholeProcess = 1 };

int main(void) {
    const struct sched_param parameters = {0};
    char attributes[48] = {48};
    unsigned long nodes = 1;
    int status = 0;
    const pid_t other = getppid() > 0 ? getppid() : 1;
    report("sched_setparam", sched_setparam(other, &parameters));
    report("sched_setattr", syscall(SYS_sched_setattr, (long)other, attributes, 0L));
    report("priority of its user", setpriority(PRIO_USER, 0, 19));
    setpgid(0, getpgid(other)); // whose group it may join, where it knows it
    report("priority of its group", setpriority(PRIO_PGRP, 0, 19));
    report("priority of its user by number", setpriority(PRIO_USER, getuid(), 19));
    report("io priority of another", syscall(SYS_ioprio_set, (long)OfProcess, (long)other, (long)Idle));
    report("io priority of its group", syscall(SYS_ioprio_set, (long)OfGroup, 0L, (long)Idle));
    report("io priority of its user", syscall(SYS_ioprio_set, (long)OfUser, 0L, (long)Idle));
    report("io priority of its user by number", syscall(SYS_ioprio_set, (long)OfUser, (long)getuid(), (long)Idle));
    report("io priority of its own", syscall(SYS_ioprio_set, (long)OfProcess, 0L, (long)Idle));
    report("a core for itself", prctl(PR_SCHED_CORE, PR_SCHED_CORE_CREATE, 0, WholeProcess, 0));
    errno = 0;
    const int nice = getpriority(PRIO_PROCESS, other);
    printf("init's priority: %d\n", errno == 0 ? nice : 99);
    report("migrate_pages", syscall(SYS_migrate_pages, (long)other, 64L, &nodes, &nodes));
    report("move_pages", syscall(SYS_move_pages, (long)other, 0L, NULL, NULL, &status, 0L));
    report("mbind", syscall(SYS_mbind, NULL, 4096L, 0L, NULL, 0L, 0L));
    return 0;
}
