// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: gives the session's share of CPU time away, so that the next program of the box is left with a trifle
// roles: giver then heir
// expect: exited 0
// output[heir]: the share is a whole one
#include "hostile.h"

/// "/autogroup-17 nice 0"; not every kernel has them.
static int niceOfSession(void) {
    int nice = 0;
    FILE* file = fopen("/proc/self/autogroup", "r");
    if (file != NULL && fscanf(file, "%*s nice %d", &nice) != 1) {
        nice = 0;
    }
    return nice;
}

int main(int count, char** words) {
    if (count > 1 && strcmp(words[1], "giver") == 0) {
        const int file = open("/proc/self/autogroup", O_WRONLY);
        // The kernel takes one such wish in 100 ms, of all processes together.
        for (int i = 0; i < 5 && file >= 0 && write(file, "19", 2) < 0; ++i) {
            sleepFor(110);
        }
        return 0;
    }
    puts(niceOfSession() == 0 ? "the share is a whole one" : "the share is a trifle");
    return 0;
}
