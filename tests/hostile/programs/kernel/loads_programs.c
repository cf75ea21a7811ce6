// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: loads programs into the kernel, observes it, and stalls it in page faults
// expect: exited 0
// blocked: bpf perf_event_open userfaultfd
// output: a map: refused EPERM
// output: a program: refused EPERM
// output: events of its own: refused EPERM
// output: events of everybody: refused EPERM
// output: page faults: refused EPERM
// output: page faults of its own: refused EPERM
// output: /dev/userfaultfd: refused ENOENT
// output[no-namespaces]: a map: refused EPERM
// output[no-namespaces]: a program: refused EPERM
// output[no-namespaces]: events of its own: refused EPERM
// output[no-namespaces]: events of everybody: refused EPERM
// output[no-namespaces]: page faults: refused EPERM
// output[no-namespaces]: page faults of its own: refused EPERM
// output[no-namespaces]: /dev/userfaultfd: refused EACCES | /dev/userfaultfd: refused ENOENT
#include "hostile.h"

#include <linux/perf_event.h>

int main(void) {
    char attributes[128] = {1, 0, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0, 1};
    struct perf_event_attr event = {.type = PERF_TYPE_SOFTWARE, .size = sizeof event};
    report("a map", syscall(SYS_bpf, 0L, attributes, sizeof attributes));
    report("a program", syscall(SYS_bpf, 5L, attributes, sizeof attributes));
    report("events of its own", syscall(SYS_perf_event_open, &event, 0L, -1L, -1L, 0L));
    report("events of everybody", syscall(SYS_perf_event_open, &event, -1L, 0L, -1L, 0L));
    report("page faults", syscall(SYS_userfaultfd, 0L));
    report("page faults of its own", syscall(SYS_userfaultfd, 1L));
    reportOpening("/dev/userfaultfd", O_RDWR);
    return 0;
}
