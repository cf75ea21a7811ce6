// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: takes the same lock twice
// expect: stopped wall idle
// wall-ms: 300
#include <pthread.h>

int main(void) {
    static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&mutex);
    return pthread_mutex_lock(&mutex);
}
