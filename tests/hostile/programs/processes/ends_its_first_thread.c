// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: ends its first thread, so that the process looks dead, and computes in another
// expect: stopped cpu
// cpu-ms: 300
// wall-ms: 10000
#include "hostile.h"

#include <pthread.h>

static void* compute(void* unused) {
    spin();
    return NULL;
}

int main(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, compute, NULL);
    syscall(SYS_exit, 0);
    return 0;
}
