// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: closes all its descriptors, so that nobody hears of it any more, and sleeps
// expect: stopped wall idle
// wall-ms: 300
#include "hostile.h"

int main(void) {
    for (int descriptor = 0; descriptor < 1024; ++descriptor) {
        close(descriptor);
    }
    sleepForEver();
}
