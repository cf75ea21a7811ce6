// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes threads until none can be made
// expect: exited 0
// output: threads: refused EAGAIN
// wall-ms: 5000
#include "hostile.h"

#include <pthread.h>

static void* doNothing(void* unused) {
    sleepForEver();
    return NULL;
}

int main(void) {
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 16384);
    for (int made = 0; made < 64; ++made) {
        pthread_t thread;
        errno = pthread_create(&thread, &small, doNothing, NULL);
        if (errno != 0) {
            report("threads", -1);
            return 0;
        }
    }
    report("threads", 0);
    return 1;
}
