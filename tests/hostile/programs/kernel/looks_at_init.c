// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: looks into the run's init, which belongs to the helper
// expect: exited 0
// output: opened: 0
// output: /proc/1/exe: refused EACCES
// output: /proc/1/cwd: refused EACCES
// output: /proc/1/root: refused EACCES
#include "hostile.h"

int main(void) {
    static const char* Files[] = {"environ", "mem",       "maps", "smaps",  "auxv",    "stack",       "syscall", "fd",
                                  "fdinfo",  "map_files", "io",   "ns/net", "pagemap", "personality", "root/etc"};
    int opened = 0;
    for (size_t i = 0; i < sizeof Files / sizeof Files[0]; ++i) {
        char path[60];
        char byte;
        sprintf(path, "/proc/1/%s", Files[i]);
        const int file = open(path, O_RDONLY | O_NONBLOCK);
        // Some open for everybody, and show nothing.
        if (file >= 0 && (read(file, &byte, 1) > 0 || errno == EISDIR)) {
            ++opened;
            printf("%s\n", path);
        }
    }
    printf("opened: %d\n", opened);
    char target[200];
    report("/proc/1/exe", readlink("/proc/1/exe", target, sizeof target));
    report("/proc/1/cwd", readlink("/proc/1/cwd", target, sizeof target));
    report("/proc/1/root", chdir("/proc/1/root"));
    return 0;
}
