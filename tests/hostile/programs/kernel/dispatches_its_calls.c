// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: is handed its own calls before the filter sees them, and makes forbidden ones from where none is handed over
// expect: exited 0
// blocked: socket
// output: handed over
// output: socket from the handler: refused EPERM
// output: socket: refused EPERM
#include "hostile.h"

#include <sys/prctl.h>
#include <sys/socket.h>

#define SYSCALL_USER_DISPATCH 59

static volatile char selector = 0;

static void repeatIt(int number, siginfo_t* info, void* context) {
    selector = 0;
    write(1, "handed over\n", 12);
    report("socket from the handler", socket(AF_INET, SOCK_STREAM, 0));
}

int main(void) {
    struct sigaction action = {.sa_sigaction = repeatIt, .sa_flags = SA_SIGINFO};
    sigaction(SIGSYS, &action, NULL);
    if (prctl(SYSCALL_USER_DISPATCH, 1, 0, 0, &selector) != 0) {
        report("dispatch", -1);
        return 0;
    }
    selector = 1;
    socket(AF_INET, SOCK_STREAM, 0);
    selector = 0;
    report("socket", socket(AF_INET, SOCK_STREAM, 0));
    return 0;
}
