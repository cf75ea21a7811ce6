// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: computes in eight threads at once
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
    for (int i = 0; i < 8; ++i) {
        pthread_t thread;
        pthread_create(&thread, NULL, compute, NULL);
    }
    sleepForEver();
}
