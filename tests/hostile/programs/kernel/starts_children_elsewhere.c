// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: starts children in new namespaces; by clone3, too, whose flags no filter can see
// expect: exited 0
// blocked: clone
// output: user: refused EPERM
// output: mount: refused EPERM
// output: process: refused EPERM
// output: network: refused EPERM
// output: ipc: refused EPERM
// output: name: refused EPERM
// output: cgroup: refused EPERM
// output: clone3: refused ENOSYS
// output: clone3 without a flag: refused ENOSYS
#include "hostile.h"

#include <linux/sched.h>

static long startBy(unsigned long flags) {
    const long child = syscall(SYS_clone, flags | SIGCHLD, NULL, NULL, NULL, NULL);
    if (child == 0) {
        _exit(0);
    }
    return child;
}

int main(void) {
    struct clone_args arguments = {.flags = CLONE_NEWUSER, .exit_signal = SIGCHLD};
    report("user", startBy(CLONE_NEWUSER));
    report("mount", startBy(CLONE_NEWNS));
    report("process", startBy(CLONE_NEWPID));
    report("network", startBy(CLONE_NEWNET));
    report("ipc", startBy(CLONE_NEWIPC));
    report("name", startBy(CLONE_NEWUTS));
    report("cgroup", startBy(CLONE_NEWCGROUP));
    report("clone3", syscall(SYS_clone3, &arguments, sizeof arguments));
    arguments.flags = 0;
    report("clone3 without a flag", syscall(SYS_clone3, &arguments, sizeof arguments));
    return 0;
}
