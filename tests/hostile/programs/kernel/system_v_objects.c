// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes objects of System V under a key that others may know
// expect: exited 0
// output: shared memory: allowed
// output: semaphores: allowed
// output: messages: allowed
// output[no-cgroup]: shared memory: refused EPERM
// output[no-cgroup]: semaphores: allowed
// output[no-cgroup]: messages: allowed
// output[no-namespaces]: shared memory: refused EPERM
// output[no-namespaces]: semaphores: refused EPERM
// output[no-namespaces]: messages: refused EPERM
#include "hostile.h"

#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

int main(void) {
    report("shared memory", shmget(HOSTILE_KEY, 4096, IPC_CREAT | 0666));
    report("semaphores", semget(HOSTILE_KEY, 1, IPC_CREAT | 0666));
    report("messages", msgget(HOSTILE_KEY, IPC_CREAT | 0666));
    return 0;
}
