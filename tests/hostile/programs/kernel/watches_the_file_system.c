// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: watches what others do with files
// In a box it can watch only what it may read anyway; see README.md.
// expect: exited 0
// blocked: fanotify_init
// output: fanotify: refused EPERM
// output: own folder: allowed
// output: host secret: refused ENOENT
// output: /home: refused ENOENT
// output: /var: refused ENOENT
// output[no-namespaces]: fanotify: refused EPERM
// output[no-namespaces]: own folder: refused EPERM
// output[no-namespaces]: host secret: refused EPERM
// output[no-namespaces]: /home: refused EPERM
// output[no-namespaces]: /var: refused EPERM
#include "hostile.h"

#include <sys/inotify.h>

int main(void) {
    report("fanotify", syscall(SYS_fanotify_init, 0L, 0L));
    const int watch = inotify_init1(IN_NONBLOCK);
    report("own folder", inotify_add_watch(watch, ".", IN_ALL_EVENTS));
    report("host secret", inotify_add_watch(watch, getenv("HOSTILE_SECRET"), IN_ALL_EVENTS));
    report("/home", inotify_add_watch(watch, "/home", IN_ALL_EVENTS));
    report("/var", inotify_add_watch(watch, "/var", IN_ALL_EVENTS));
    return 0;
}
