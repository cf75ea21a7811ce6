// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: sets the machine's clocks
// expect: exited 0
// blocked: settimeofday clock_settime adjtimex clock_adjtime
// output: settimeofday: refused EPERM
// output: clock_settime: refused EPERM
// output: clock_settime of a process: refused EPERM
// output: adjtimex: refused EPERM
// output: clock_adjtime: refused EPERM
#include "hostile.h"

#include <sys/time.h>
#include <sys/timex.h>

int main(void) {
    const struct timeval day = {0, 0};
    const struct timespec time = {0, 0};
    struct timex change = {.modes = ADJ_OFFSET, .offset = 1000};
    report("settimeofday", syscall(SYS_settimeofday, &day, NULL));
    report("clock_settime", syscall(SYS_clock_settime, (long)CLOCK_REALTIME, &time));
    report("clock_settime of a process", syscall(SYS_clock_settime, (long)CLOCK_PROCESS_CPUTIME_ID, &time));
    report("adjtimex", syscall(SYS_adjtimex, &change));
    report("clock_adjtime", syscall(SYS_clock_adjtime, (long)CLOCK_REALTIME, &change));
    return 0;
}
