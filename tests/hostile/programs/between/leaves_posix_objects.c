// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves POSIX shared memory, a semaphore and a message queue for the next run
// roles: leaves then finds
// expect: exited 0
// output[leaves]: shared memory: allowed
// output[leaves]: semaphore: allowed
// output[leaves]: queue: refused EMFILE
// output[leaves,no-namespaces]: shared memory: refused EACCES
// output[leaves,no-namespaces]: semaphore: refused EACCES
// output[leaves,no-namespaces]: queue: refused EPERM
// output[finds]: shared memory: refused ENOENT
// output[finds]: semaphore: refused ENOENT
// output[finds]: queue: refused ENOENT
// output[finds,no-namespaces]: shared memory: refused ENOENT
// output[finds,no-namespaces]: semaphore: refused ENOENT
// output[finds,no-namespaces]: queue: refused EPERM
#include "hostile.h"

#include <mqueue.h>
#include <semaphore.h>

int main(int count, char** words) {
    const int flags = strcmp(words[1], "leaves") == 0 ? O_CREAT | O_RDWR : O_RDWR;
    report("shared memory", shm_open("/" HOSTILE_FILE "memory", flags, 0666));
    report("semaphore", sem_open("/" HOSTILE_FILE "semaphore", flags & O_CREAT, 0666, 1) == SEM_FAILED ? -1 : 0);
    report("queue", mq_open(HOSTILE_QUEUE, flags, 0666, NULL));
    return 0;
}
