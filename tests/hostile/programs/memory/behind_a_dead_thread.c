// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: ends its first thread, so that /proc shows no memory of the process, and takes memory in another
// expect: stopped memory
// memory-mib: 32
// wall-ms: 1500
#include "hostile.h"

#include <pthread.h>

static void* take(void* unused) {
    sleepFor(20);
    for (size_t taken = 0; taken < 200; ++taken) {
        touch(malloc(mib(1)), mib(1));
    }
    sleepForEver();
}

int main(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, take, NULL);
    syscall(SYS_exit, 0);
    return 0;
}
