// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: keeps 200 MiB in shared memory that no process has mapped
// expect: stopped memory | exited 0
// output: shmget: refused EPERM | shmget: refused ENOSYS | shmget: refused ENOSPC
// expect[full]: stopped memory
// expect[full-v1]: stopped memory
// output[full]:
// output[full-v1]:
// memory-mib: 32
// wall-ms: 1500
#include "hostile.h"

#include <sys/shm.h>

int main(void) {
    for (int i = 0; i < 20; ++i) {
        const int segment = shmget(IPC_PRIVATE, mib(10), IPC_CREAT | 0600);
        if (segment < 0) {
            report("shmget", segment);
            return 0;
        }
        void* memory = shmat(segment, NULL, 0);
        touch(memory, mib(10));
        shmdt(memory);
    }
    sleepForEver();
}
