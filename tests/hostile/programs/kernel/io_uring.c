// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has the kernel make its calls for it, past the filter
// expect: exited 0
// blocked: io_uring_setup io_uring_enter io_uring_register
// output: setup: refused EPERM
// output: enter: refused EPERM
// output: register: refused EPERM
#include "hostile.h"

int main(void) {
    char parameters[120] = {0};
    report("setup", syscall(SYS_io_uring_setup, 4L, parameters));
    report("enter", syscall(SYS_io_uring_enter, 0L, 1L, 1L, 0L, NULL, 0L));
    report("register", syscall(SYS_io_uring_register, 0L, 0L, NULL, 0L));
    return 0;
}
