// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: starts a program that it has written itself, to be rid of what holds the first one
// expect: exited 0
// blocked: socket unshare
// output: socket: refused EPERM
// output: unshare: refused EPERM
// output: /program: refused EROFS
// output: /proc/self/oom_score_adj: refused EACCES
// output[no-namespaces]: socket: refused EPERM
// output[no-namespaces]: unshare: refused EPERM
// output[no-namespaces]: /program: refused ENOENT
// output[no-namespaces]: /proc/self/oom_score_adj: refused EACCES
#include "hostile.h"

#include <sched.h>
#include <sys/sendfile.h>
#include <sys/socket.h>

int main(int count, char** words) {
    if (count > 1) {
        report("socket", socket(AF_INET, SOCK_STREAM, 0));
        report("unshare", unshare(CLONE_NEWUSER));
        report("/program", open("/program/x", O_CREAT | O_WRONLY, 0600));
        report("/proc/self/oom_score_adj", open("/proc/self/oom_score_adj", O_WRONLY));
        return 0;
    }
    char own[300] = "";
    readlink("/proc/self/exe", own, sizeof own - 1);
    const int source = open("/proc/self/exe", O_RDONLY);
    const int copy = open("copy", O_CREAT | O_WRONLY, 0700);
    while (sendfile(copy, source, NULL, 1 << 20) > 0) {
    }
    close(copy);
    char* again[] = {"copy", "runs_what_it_wrote", "again", NULL};
    report("start", execv("./copy", again));
    return 0;
}
