// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: gives its own parent, the run's init, a child that lives on
// expect: exited 0
// survivors: 1
#include "hostile.h"

#include <sched.h>

int main(void) {
    const long child = syscall(SYS_clone, CLONE_PARENT, NULL, NULL, NULL, NULL);
    if (child == 0) {
        sleepForEver();
    }
    return child > 0 ? 0 : 1;
}
