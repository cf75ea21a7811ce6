// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves a core file, or has the host's handler started for one
// expect: exited 0
// output: raise the limit: refused EPERM
// output: abort: signalled ABRT
// output: core dumped: no
#include "hostile.h"

#include <dirent.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static void dump(void) {
    prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
    abort();
}

int main(void) {
    const struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
    report("raise the limit", setrlimit(RLIMIT_CORE, &all));
    reportChild("abort", dump);
    const pid_t child = fork();
    if (child == 0) {
        dump();
    }
    int status = 0;
    waitpid(child, &status, 0);
    printf("core dumped: %s\n", WCOREDUMP(status) ? "yes" : "no");
    DIR* folder = opendir(".");
    for (struct dirent* entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] != '.') {
            printf("left: %s\n", entry->d_name);
        }
    }
    return 0;
}
