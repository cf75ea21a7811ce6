// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: consumes the signals by which a limit might warn it, from a signal descriptor, and computes on
// expect: stopped cpu
// cpu-ms: 300
// wall-ms: 10000
#include "hostile.h"

#include <sys/resource.h>
#include <sys/signalfd.h>

int main(void) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    const int signals = signalfd(-1, &all, SFD_NONBLOCK);
    struct rlimit softer;
    getrlimit(RLIMIT_CPU, &softer);
    softer.rlim_cur = softer.rlim_max;
    setrlimit(RLIMIT_CPU, &softer);
    struct signalfd_siginfo ignored;
    while (1) {
        read(signals, &ignored, sizeof ignored);
    }
}
