// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: meets a program of another box at pipes in the folders that both have
// roles: leaves beside finds
// expect: exited 0
// output[leaves]: met: 0
// output[finds]: met: 0
#include "hostile.h"

int main(int count, char** words) {
    static const char* Places[] = {"x", "/tmp/x", "/dev/shm/x", "/work/x", "../tmp/x", "../feedback/x", "/run/shm/x"};
    const int leaves = strcmp(words[1], "leaves") == 0;
    int met = 0;
    for (int round = 0; round < 60; ++round) {
        for (int i = 0; i < 7; ++i) {
            char mine[60];
            char other[60];
            sprintf(mine, "%s-%s", Places[i], leaves ? "leaver" : "finder");
            sprintf(other, "%s-%s", Places[i], leaves ? "finder" : "leaver");
            mkfifo(mine, 0666);
            met += access(other, F_OK) == 0;
        }
        sleepFor(10);
    }
    printf("met: %d\n", met);
    return 0;
}
