// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: sends SIGKILL to every process that it may reach
// expect: exited 0
// output: kill: refused ESRCH
// The kernel answers so when it refuses each of many; what counts is that all are still there.
// output[no-namespaces]: kill: refused EPERM | kill: refused ESRCH | kill: allowed
#include "hostile.h"

int main(void) {
    report("kill", kill(-1, SIGKILL));
    sleepFor(100);
    return 0;
}
