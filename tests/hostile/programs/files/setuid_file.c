// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes a program that runs with its owner's rights, and starts it
// expect: exited 0
// output: set-user-ID: allowed
// output: started secure: 0, as itself: 1
// output[no-namespaces]: set-user-ID: refused EPERM
// output[no-namespaces]: started secure: 0, as itself: 1
#include "hostile.h"

#include <sys/auxv.h>
#include <sys/sendfile.h>
#include <sys/stat.h>

int main(int count, char** words) {
    if (count > 1) {
        printf("started secure: %lu, as itself: %d\n", getauxval(AT_SECURE), geteuid() == getuid());
        return 0;
    }
    const int own = open("/proc/self/exe", O_RDONLY);
    const int copy = open("copy", O_CREAT | O_WRONLY, 0700);
    while (sendfile(copy, own, NULL, 1 << 20) > 0) {
    }
    close(copy);
    report("set-user-ID", chmod("copy", 06755));
    char* again[] = {"copy", "setuid_file", "again", NULL};
    report("start", execv("copy", again));
    return 0;
}
