// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes POSIX message queues
// expect: exited 0
// output: queue: refused EMFILE
// output: unlink: refused ENOENT
// output: /dev/mqueue: refused ENOENT
// output[no-namespaces]: queue: refused EPERM
// output[no-namespaces]: unlink: refused EACCES
// output[no-namespaces]: /dev/mqueue: refused ENOENT | /dev/mqueue: refused EACCES
#include "hostile.h"

#include <mqueue.h>

int main(void) {
    report("queue", mq_open(HOSTILE_QUEUE, O_CREAT | O_RDWR, 0600, NULL));
    report("unlink", mq_unlink(HOSTILE_QUEUE));
    reportOpening("/dev/mqueue", O_RDONLY);
    return 0;
}
