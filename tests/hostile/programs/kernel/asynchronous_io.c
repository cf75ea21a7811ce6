// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: takes what the machine has in all for its asynchronous input and output
// expect: exited 0
// blocked: io_setup
// output: a little: refused EPERM
// output: all that there is: refused EPERM
#include "hostile.h"

int main(void) {
    unsigned long context = 0;
    report("a little", syscall(SYS_io_setup, 1L, &context));
    context = 0;
    report("all that there is", syscall(SYS_io_setup, 60000L, &context));
    return 0;
}
