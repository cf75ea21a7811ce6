// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes to the files that /proc has of it and of its init
// expect: exited 0
// output: opened: 0
#include "hostile.h"

int main(void) {
    static const char* Files[] = {"uid_map",  "gid_map",      "projid_map", "setgroups",      "oom_score_adj",
                                  "oom_adj",  "attr/current", "attr/exec",  "timerslack_ns",  "coredump_filter",
                                  "comm",     "loginuid",     "clear_refs", "autogroup",      "sched",
                                  "fail-nth", "make-it-fail", "mem",        "timens_offsets", "ksm_stat"};
    int opened = 0;
    for (size_t i = 0; i < sizeof Files / sizeof Files[0]; ++i) {
        for (int init = 0; init < 2; ++init) {
            char path[60];
            sprintf(path, "/proc/%s/%s", init ? "1" : "self", Files[i]);
            if (open(path, O_WRONLY) >= 0) {
                ++opened;
                printf("%s\n", path);
            }
        }
    }
    printf("opened: %d\n", opened);
    return 0;
}
