// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: traces the run's init, its own child and parent, and lets itself be traced
// expect: exited 0
// blocked: ptrace
// output: init: refused EPERM
// output: init, seized: refused EPERM
// output: child: refused EPERM
// output: child, seized: refused EPERM
// output: traced by the parent: refused EPERM
// output: tracing the parent: exited 0
#include "hostile.h"

#include <sys/ptrace.h>

static void traceParent(void) {
    _exit(ptrace(PTRACE_ATTACH, getppid(), NULL, NULL) == 0 ? 1 : errno == EPERM ? 0 : 2);
}

int main(void) {
    report("init", ptrace(PTRACE_ATTACH, 1, NULL, NULL));
    report("init, seized", ptrace(PTRACE_SEIZE, 1, NULL, NULL));
    const pid_t child = fork();
    if (child == 0) {
        sleepForEver();
    }
    report("child", ptrace(PTRACE_ATTACH, child, NULL, NULL));
    report("child, seized", ptrace(PTRACE_SEIZE, child, NULL, NULL));
    report("traced by the parent", ptrace(PTRACE_TRACEME, 0, NULL, NULL));
    reportChild("tracing the parent", traceParent);
    kill(child, SIGKILL);
    return 0;
}
