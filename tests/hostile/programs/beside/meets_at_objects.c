// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: meets a program of another box at objects of System V, of POSIX and at keys
// roles: leaves beside finds
// expect: exited 0
// output[leaves]:
// output[finds]: met: 0
#include "hostile.h"

#include <linux/keyctl.h>
#include <mqueue.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

int main(int count, char** words) {
    const int leaves = strcmp(words[1], "leaves") == 0;
    const int flags = leaves ? IPC_CREAT | 0666 : 0;
    int met = 0;
    for (int i = 0; i < 60; ++i) {
        met += shmget(HOSTILE_KEY, 4096, flags) >= 0;
        met += semget(HOSTILE_KEY, 1, flags) >= 0;
        met += msgget(HOSTILE_KEY, flags) >= 0;
        met += shm_open("/" HOSTILE_FILE "beside", leaves ? O_CREAT | O_RDWR : O_RDWR, 0666) >= 0;
        met += mq_open(HOSTILE_QUEUE, leaves ? O_CREAT | O_RDWR : O_RDWR, 0666, NULL) >= 0;
        met += leaves ? syscall(SYS_add_key, "user", "hostile", "x", 1L, KEY_SPEC_USER_KEYRING) > 0
                      : syscall(SYS_keyctl, (long)KEYCTL_SEARCH, KEY_SPEC_USER_KEYRING, "user", "hostile", 0L) > 0;
        sleepFor(10);
    }
    if (!leaves) {
        printf("met: %d\n", met);
    }
    return 0;
}
