// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: hides forbidden arguments from the filter in bits that the kernel doesn't look at
// expect: exited 0
// output: inet: refused EPERM
// output: pair: refused EPERM
// output: tiocsti: refused EPERM
// output: prlimit: refused EPERM
// output: new user namespace: refused EPERM
// blocked: socket socketpair ioctl prlimit64 clone
#include "hostile.h"

#include <sched.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>

int main(void) {
    const unsigned long high = 1UL << 32;
    int ends[2];
    char typed = 'x';
    struct rlimit limit;
    report("inet", syscall(SYS_socket, high | AF_INET, (long)SOCK_STREAM, 0L));
    report("pair", syscall(SYS_socketpair, high | AF_INET, (long)SOCK_STREAM, 0L, ends));
    report("tiocsti", syscall(SYS_ioctl, 0L, high | TIOCSTI, &typed));
    report("prlimit", syscall(SYS_prlimit64, high | 1, (long)RLIMIT_CPU, NULL, &limit));
    report("new user namespace", syscall(SYS_clone, high | CLONE_NEWUSER | SIGCHLD, NULL, NULL, NULL, NULL));
    return 0;
}
