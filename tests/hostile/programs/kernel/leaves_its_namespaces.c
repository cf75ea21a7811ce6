// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves each of its namespaces for a new one
// expect: exited 0
// blocked: unshare
// output: user: refused EPERM
// output: mount: refused EPERM
// output: process: refused EPERM
// output: network: refused EPERM
// output: ipc: refused EPERM
// output: name: refused EPERM
// output: cgroup: refused EPERM
// output: time: refused EPERM
// output: everything at once: refused EPERM
#include "hostile.h"

#include <sched.h>

#ifndef CLONE_NEWTIME
#define CLONE_NEWTIME 0x80
#endif

int main(void) {
    report("user", unshare(CLONE_NEWUSER));
    report("mount", unshare(CLONE_NEWNS));
    report("process", unshare(CLONE_NEWPID));
    report("network", unshare(CLONE_NEWNET));
    report("ipc", unshare(CLONE_NEWIPC));
    report("name", unshare(CLONE_NEWUTS));
    report("cgroup", unshare(CLONE_NEWCGROUP));
    report("time", unshare(CLONE_NEWTIME));
    report("everything at once", unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET));
    return 0;
}
