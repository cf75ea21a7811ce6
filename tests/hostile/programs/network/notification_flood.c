// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: tries what is forbidden a hundred thousand times, to drown whoever is told of it
// expect: exited 0 | stopped cpu | stopped wall
// output: EPERM each time |
// cpu-ms: 1500
// wall-ms: 8000
// blocked: socket
#include "hostile.h"

#include <sys/socket.h>

int main(void) {
    for (int i = 0; i < 100000; ++i) {
        if (socket(AF_INET, SOCK_STREAM, 0) >= 0 || errno != EPERM) {
            printf("another answer: %s\n", strerrorname_np(errno));
            return 1;
        }
    }
    printf("EPERM each time\n");
    return 0;
}
