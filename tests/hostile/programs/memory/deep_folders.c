// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes folders within folders until whoever clears them up runs out of stack
// expect: exited 0
// cpu-ms: 5000
// wall-ms: 10000
#include "hostile.h"

int main(void) {
    for (int depth = 0; depth < 3000; ++depth) {
        if (mkdir("d", 0700) != 0 || chdir("d") != 0) {
            break;
        }
    }
    return 0;
}
