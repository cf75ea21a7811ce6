// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves a file of the host locked by a process that lives on
// roles: leaves then finds
// expect: exited 0
// survivors[leaves]: 1
// output[leaves]: lock: allowed
// output[finds]: lock: allowed
#include "hostile.h"

int main(int count, char** words) {
    report("lock", lockPatiently(open("/usr/bin/head", O_RDONLY)));
    if (strcmp(words[1], "leaves") == 0 && fork() == 0) {
        setsid();
        sleepForEver();
    }
    return 0;
}
