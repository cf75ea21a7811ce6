// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: slows down all processes of its user, and with them the one that watches it
// expect: exited 0
// output: init's nice value is 0
#include "hostile.h"

#include <sys/resource.h>

int main(void) {
    setpriority(PRIO_USER, 0, 19);
    errno = 0;
    const int value = getpriority(PRIO_PROCESS, getppid() > 0 ? getppid() : 1);
    printf("init's nice value is %d\n", errno == 0 ? value : 99);
    return 0;
}
