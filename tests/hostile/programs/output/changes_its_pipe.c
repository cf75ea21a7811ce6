// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes its output pipe tiny, non-blocking and signalling, for whoever reads from it
// expect: exited 0
// output: still the same to read
#include "hostile.h"

int main(void) {
    fcntl(1, F_SETPIPE_SZ, 4096);
    fcntl(1, F_SETFL, O_NONBLOCK | O_ASYNC | O_APPEND);
    fcntl(1, F_SETOWN, 1);
    fcntl(1, F_SETSIG, SIGKILL);
    fchmod(1, 0);
    puts("still the same to read");
    return 0;
}
