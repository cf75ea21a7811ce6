// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: aborts with a core as large as it may be, where one would be brought back
// expect: signalled SIGABRT
// keeps-back: core
// keeps-back: core.2
#include "hostile.h"

#include <sys/resource.h>

int main(void) {
    struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
    setrlimit(RLIMIT_CORE, &all);
    abort();
}
