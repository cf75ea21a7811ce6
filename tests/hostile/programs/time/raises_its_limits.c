// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: raises every resource limit that it has
// expect: exited 0
// output: raised 0
#include "hostile.h"

#include <sys/resource.h>

int main(void) {
    int raised = 0;
    for (int resource = 0; resource < RLIM_NLIMITS; ++resource) {
        struct rlimit limit;
        getrlimit(resource, &limit);
        const struct rlimit before = limit;
        if (limit.rlim_max != RLIM_INFINITY) {
            ++limit.rlim_max;
            limit.rlim_cur = limit.rlim_max;
            raised += setrlimit(resource, &limit) == 0;
            raised += syscall(SYS_prlimit64, 0, resource, &limit, NULL) == 0;
        }
        struct rlimit after;
        getrlimit(resource, &after);
        raised += after.rlim_max > before.rlim_max;
    }
    printf("raised %d\n", raised);
    return 0;
}
