// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: ends from a thread while the first one waits for ever
// expect: exited 42
#include "hostile.h"

#include <pthread.h>

static void* end(void* unused) {
    exit(42);
}

int main(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, end, NULL);
    sleepForEver();
}
