// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves objects of System V, with a message in them, for the next run
// roles: leaves then finds
// expect: exited 0
// output[leaves]: shared memory: allowed
// output[leaves]: semaphores: allowed
// output[leaves]: messages: allowed
// output[leaves,no-cgroup]: shared memory: refused EPERM
// output[leaves,no-cgroup]: semaphores: allowed
// output[leaves,no-cgroup]: messages: allowed
// output[leaves,no-namespaces]: shared memory: refused EPERM
// output[leaves,no-namespaces]: semaphores: refused EPERM
// output[leaves,no-namespaces]: messages: refused EPERM
// output[finds]: shared memory: refused ENOENT
// output[finds]: semaphores: refused ENOENT
// output[finds]: messages: refused ENOENT
// output[finds,no-cgroup]: shared memory: refused EPERM
// output[finds,no-cgroup]: semaphores: refused ENOENT
// output[finds,no-cgroup]: messages: refused ENOENT
// output[finds,no-namespaces]: shared memory: refused EPERM
// output[finds,no-namespaces]: semaphores: refused EPERM
// output[finds,no-namespaces]: messages: refused EPERM
#include "hostile.h"

#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

int main(int count, char** words) {
    const int leaves = strcmp(words[1], "leaves") == 0;
    const int flags = leaves ? IPC_CREAT | 0666 : 0;
    struct {
        long type;
        char text[8];
    } message = {1, "hello"};
    const int memory = shmget(HOSTILE_KEY, 4096, flags);
    report("shared memory", memory);
    report("semaphores", semget(HOSTILE_KEY, 1, flags));
    const int queue = msgget(HOSTILE_KEY, flags);
    report("messages", queue);
    if (leaves && queue >= 0) {
        msgsnd(queue, &message, sizeof message.text, IPC_NOWAIT);
    }
    if (leaves && memory >= 0) {
        strcpy(shmat(memory, NULL, 0), "hello");
    }
    return 0;
}
