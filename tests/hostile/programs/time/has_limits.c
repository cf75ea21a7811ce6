// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: looks for a resource that the run forgot to limit
// expect: exited 0
// output: unlimited:
#include "hostile.h"

#include <sys/resource.h>

int main(void) {
    static const struct {
        const char* name;
        int resource;
    } Needed[] = {{"core", RLIMIT_CORE},       {"cpu", RLIMIT_CPU},       {"files", RLIMIT_NOFILE},
                  {"file size", RLIMIT_FSIZE}, {"processes", RLIMIT_NPROC}, {"stack", RLIMIT_STACK},
                  {"locked", RLIMIT_MEMLOCK},  {"queues", RLIMIT_MSGQUEUE}, {"priority", RLIMIT_RTPRIO},
                  {"nice", RLIMIT_NICE}};
    printf("unlimited:");
    for (size_t i = 0; i < sizeof Needed / sizeof Needed[0]; ++i) {
        struct rlimit limit;
        getrlimit(Needed[i].resource, &limit);
        if (limit.rlim_max == RLIM_INFINITY) {
            printf(" %s", Needed[i].name);
        }
    }
    printf("\n");
    return 0;
}
