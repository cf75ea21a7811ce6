// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: reads and writes the memory and takes the descriptors of init, of a child and of itself
// expect: exited 0
// blocked: process_vm_readv process_vm_writev pidfd_getfd kcmp process_madvise
// output: read init: refused EPERM
// output: write init: refused EPERM
// output: read a child: refused EPERM
// output: write a child: refused EPERM
// output: take init's descriptor: refused EPERM
// output: take its own descriptor: refused EPERM
// output: compare with init: refused EPERM
// output: advise: refused EPERM
// output: a child's /proc/*/mem: refused EACCES
// output: init's /proc/*/mem: refused EACCES
#include "hostile.h"

#include <sys/uio.h>

int main(void) {
    static char secret[16] = "secret";
    char copy[16];
    const struct iovec here = {copy, sizeof copy};
    const struct iovec there = {secret, sizeof secret};
    const int init = syscall(SYS_pidfd_open, 1L, 0L);
    const int self = syscall(SYS_pidfd_open, (long)getpid(), 0L);
    const pid_t child = fork();
    if (child == 0) {
        sleepForEver();
    }
    report("read init", process_vm_readv(1, &here, 1, &there, 1, 0));
    report("write init", process_vm_writev(1, &here, 1, &there, 1, 0));
    report("read a child", process_vm_readv(child, &here, 1, &there, 1, 0));
    report("write a child", process_vm_writev(child, &here, 1, &there, 1, 0));
    report("take init's descriptor", syscall(SYS_pidfd_getfd, (long)init, 3L, 0L));
    report("take its own descriptor", syscall(SYS_pidfd_getfd, (long)self, 0L, 0L));
    report("compare with init", syscall(SYS_kcmp, 1L, (long)getpid(), 0L, 0L, 0L));
    report("advise", syscall(SYS_process_madvise, (long)self, &there, 1L, 20L, 0L));
    char path[40];
    sprintf(path, "/proc/%d/mem", child);
    report("a child's /proc/*/mem", open(path, O_RDWR));
    report("init's /proc/*/mem", open("/proc/1/mem", O_RDONLY));
    kill(child, SIGKILL);
    return 0;
}
