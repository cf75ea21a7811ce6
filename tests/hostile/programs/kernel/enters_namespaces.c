// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: enters the namespaces of process 1 and, once more, its own
// expect: exited 0
// blocked: setns
// output: those of process 1: refused EPERM
// output: /proc/1/ns/mnt: refused EACCES
// output: /proc/self/ns/user: refused EPERM
// output: /proc/self/ns/mnt: refused EPERM
// output: /proc/self/ns/net: refused EPERM
#include "hostile.h"

#include <sched.h>

int main(void) {
    const int first = syscall(SYS_pidfd_open, 1L, 0L);
    report("those of process 1", setns(first >= 0 ? first : 0, CLONE_NEWNS | CLONE_NEWPID));
    reportOpening("/proc/1/ns/mnt", O_RDONLY);
    static const char* Own[] = {"/proc/self/ns/user", "/proc/self/ns/mnt", "/proc/self/ns/net"};
    for (int i = 0; i < 3; ++i) {
        report(Own[i], setns(open(Own[i], O_RDONLY), 0));
    }
    return 0;
}
