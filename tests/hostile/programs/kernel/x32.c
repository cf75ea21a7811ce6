// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes its calls by the numbers of x32, which the kernel may know and the filter must
// expect: exited 0
// output: read: signalled SYS
// output: socket: signalled SYS
// output: execve: signalled SYS
// output: the highest number: signalled SYS
#include "hostile.h"

static void readFrom(void) {
    syscall(0x40000000 | 0, 0L, NULL, 0L);
}
static void socketFrom(void) {
    syscall(0x40000000 | SYS_socket, 2L, 1L, 0L);
}
static void execveFrom(void) {
    syscall(0x40000000 | 520, "/usr/bin/true", NULL, NULL);
}
static void highest(void) {
    syscall(0x7fffffff);
}

int main(void) {
    reportChild("read", readFrom);
    reportChild("socket", socketFrom);
    reportChild("execve", execveFrom);
    reportChild("the highest number", highest);
    return 0;
}
