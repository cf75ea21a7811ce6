// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes to a pipe that nobody reads
// expect: signalled SIGPIPE
#include "hostile.h"

int main(void) {
    int ends[2];
    pipe(ends);
    close(ends[0]);
    write(ends[1], "x", 1);
    return 0;
}
