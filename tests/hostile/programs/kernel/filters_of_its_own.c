// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: loads filters of its own above ours: one that allows, one that asks a tracer, one that listens to itself
// expect: exited 0
// blocked: socket
// output: allows: allowed
// output: socket: refused EPERM
// output: asks a tracer: allowed
// output: socket: refused EPERM
// output: logs: allowed
// output: socket: refused EPERM
// output: listens: refused EBUSY
// output: socket: refused EPERM
// output: asks a listener that isn't there: allowed
// output: socket: refused ENOSYS
#include "hostile.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>

static long load(unsigned answer, unsigned long flags) {
    struct sock_filter lines[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, answer),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const struct sock_fprog program = {4, lines};
    return syscall(SYS_seccomp, (long)SECCOMP_SET_MODE_FILTER, flags, &program);
}

int main(void) {
    report("allows", load(SECCOMP_RET_ALLOW, 0));
    report("socket", socket(AF_INET, SOCK_STREAM, 0));
    report("asks a tracer", load(SECCOMP_RET_TRACE, 0));
    report("socket", socket(AF_INET, SOCK_STREAM, 0));
    report("logs", load(SECCOMP_RET_LOG, 0));
    report("socket", socket(AF_INET, SOCK_STREAM, 0));
    report("listens", load(SECCOMP_RET_USER_NOTIF, SECCOMP_FILTER_FLAG_NEW_LISTENER));
    report("socket", socket(AF_INET, SOCK_STREAM, 0));
    report("asks a listener that isn't there", load(SECCOMP_RET_USER_NOTIF, 0));
    report("socket", socket(AF_INET, SOCK_STREAM, 0));
    return 0;
}
