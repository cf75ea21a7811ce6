// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: reaches the roots and folders of every process
// expect: exited 0
// output: reached: 0 in 399
// output: /proc/1/root: refused EACCES
// output: /proc/1/cwd: refused EACCES
// output: /proc/self/root/etc/shadow: refused ENOENT
// output: /proc/self/cwd/../../etc/shadow: refused ENOENT
// output[no-namespaces]: reached: 0 in 399
// output[no-namespaces]: /proc/1/root: refused EACCES
// output[no-namespaces]: /proc/1/cwd: refused EACCES
// output[no-namespaces]: /proc/self/root/etc/shadow: refused EACCES
// output[no-namespaces]: /proc/self/cwd/../../etc/shadow: refused ENOENT
#include "hostile.h"

#include <dirent.h>

static int reach(const char* process, const char* link) {
    char path[400];
    snprintf(path, sizeof path, "/proc/%s/%s%s/1.ans", process, link, getenv("HOSTILE_SECRET"));
    return open(path, O_RDONLY) >= 0;
}

int main(void) {
    int reached = 0;
    int looked = 0;
    for (int process = 1; process < 400; ++process) {
        char name[20];
        sprintf(name, "%d", process);
        looked += 1;
        reached += reach(name, "root") + reach(name, "cwd") + reach(name, "cwd/../../..") + reach(name, "task/1/root");
        for (int descriptor = 0; descriptor < 30; ++descriptor) {
            char link[20];
            sprintf(link, "fd/%d", descriptor);
            reached += reach(name, link);
        }
    }
    printf("reached: %d in %d\n", reached, looked);
    reportOpening("/proc/1/root", O_RDONLY);
    reportOpening("/proc/1/cwd", O_RDONLY);
    reportOpening("/proc/self/root/etc/shadow", O_RDONLY);
    reportOpening("/proc/self/cwd/../../etc/shadow", O_RDONLY);
    return 0;
}
