// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: becomes root in a user namespace of its own, by the host's programs and by its own id map
// expect: exited 0
// output: unshare -Ur true: exited 1
// output: /proc/self/uid_map: refused EACCES
// output: /proc/self/gid_map: refused EACCES
// output: /proc/self/setgroups: refused EACCES
// output: user namespaces that it may make: 0
// output[no-namespaces]: unshare -Ur true: exited 1
// output[no-namespaces]: /proc/self/uid_map: refused EACCES
// output[no-namespaces]: /proc/self/gid_map: refused EACCES
// output[no-namespaces]: /proc/self/setgroups: refused EACCES
// output[no-namespaces]: user namespaces that it may make: unreadable
#include "hostile.h"

static void runUnshare(void) {
    close(2);
    execl("/usr/bin/unshare", "unshare", "-Ur", "true", NULL);
    _exit(99);
}

int main(void) {
    reportChild("unshare -Ur true", runUnshare);
    reportOpening("/proc/self/uid_map", O_WRONLY);
    reportOpening("/proc/self/gid_map", O_WRONLY);
    reportOpening("/proc/self/setgroups", O_WRONLY);
    FILE* file = fopen("/proc/sys/user/max_user_namespaces", "r");
    char text[40] = "unreadable";
    if (file != NULL) {
        fscanf(file, "%39s", text);
    }
    printf("user namespaces that it may make: %s\n", text);
    return 0;
}
