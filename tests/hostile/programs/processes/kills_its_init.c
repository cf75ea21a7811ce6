// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: kills process 1, which watches it
// expect: exited 0
// output: still here
// output[no-namespaces]: still here
#include "hostile.h"

int main(void) {
    for (int number = 1; number < NSIG; ++number) {
        kill(1, number);
    }
    sleepFor(100);
    printf("still here\n");
    return 0;
}
