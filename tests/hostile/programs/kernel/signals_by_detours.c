// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: sends init and everything else signals by other ways than kill()
// expect: exited 0
// output: owner of a socket: allowed
// output: owner of a socket: allowed
// output: parent is there
#include "hostile.h"

#include <sys/ioctl.h>
#include <sys/socket.h>

/// Has the kernel signal somebody when there is something to read.
static void signalByReading(pid_t whom) {
    int ends[2];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    fcntl(ends[0], F_SETFL, O_ASYNC | O_NONBLOCK);
    fcntl(ends[0], F_SETSIG, SIGKILL);
    report("owner of a socket", fcntl(ends[0], F_SETOWN, whom));
    write(ends[1], "x", 1);
}

int main(void) {
    const pid_t parent = getppid();
    siginfo_t lie = {.si_signo = SIGTERM, .si_code = SI_QUEUE};
    const int init = syscall(SYS_pidfd_open, 1L, 0L);
    signalByReading(1);
    signalByReading(parent);
    if (init >= 0) {
        syscall(SYS_pidfd_send_signal, (long)init, (long)SIGKILL, NULL, 0L);
    }
    syscall(SYS_tgkill, 1L, 1L, (long)SIGKILL);
    syscall(SYS_tkill, 1L, (long)SIGKILL);
    syscall(SYS_rt_sigqueueinfo, 1L, (long)SIGTERM, &lie);
    syscall(SYS_rt_sigqueueinfo, (long)parent, (long)SIGTERM, &lie);
    syscall(SYS_rt_tgsigqueueinfo, (long)parent, (long)parent, (long)SIGTERM, &lie);
    killpg(1, SIGKILL);
    sleepFor(50);
    printf("parent is %s\n", getppid() == parent ? "there" : "gone");
    return 0;
}
