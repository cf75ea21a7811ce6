// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: runs a program from memory that has no name, and does what is forbidden there
// expect: exited 0
// output: socket from memory: refused EPERM
// output[no-cgroup]: memfd: refused ENOSYS
// output[no-namespaces]: memfd: refused ENOSYS
#include "hostile.h"

#include <sys/sendfile.h>
#include <sys/socket.h>

int main(int count, char** words) {
    if (count > 1) {
        report("socket from memory", socket(AF_INET, SOCK_STREAM, 0));
        return 0;
    }
    const int memory = memfd_create("hostile", 0);
    if (memory < 0) {
        report("memfd", memory);
        return 0;
    }
    const int own = open("/proc/self/exe", O_RDONLY);
    while (sendfile(memory, own, NULL, 1 << 20) > 0) {
    }
    char* again[] = {"runs_from_memory", "runs_from_memory", "again", NULL};
    fexecve(memory, again, environ);
    report("execution", -1);
    return 0;
}
