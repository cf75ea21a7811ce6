// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: meets a program of another box at a file of the host that it has locked
// roles: locks beside looks
// expect: exited 0
// output[locks]:
// output[looks]: met: yes
#include "hostile.h"

#include <sys/file.h>

int main(int count, char** words) {
    const int file = open("/usr/bin/tail", O_RDONLY);
    if (strcmp(words[1], "locks") == 0) {
        flock(file, LOCK_EX);
        sleepFor(800);
        return 0;
    }
    int met = 0;
    for (int i = 0; i < 60 && met == 0; ++i) {
        met = flock(file, LOCK_EX | LOCK_NB) != 0;
        flock(file, LOCK_UN);
        sleepFor(10);
    }
    printf("met: %s\n", met ? "yes" : "no");
    return 0;
}
