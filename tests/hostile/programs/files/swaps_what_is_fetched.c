// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: exchanges a result for a link to the expected answer, over and over, while it is fetched
// expect: exited 0
// may-bring-back: result
// survivors: 2
// output:
#include "hostile.h"

static void swap(void) {
    while (1) {
        renameat2(AT_FDCWD, "result", AT_FDCWD, "other", RENAME_EXCHANGE);
    }
}

int main(void) {
    char path[300];
    snprintf(path, sizeof path, "%s/1.ans", getenv("HOSTILE_SECRET"));
    close(open("result", O_CREAT | O_WRONLY, 0600));
    symlink(path, "other");
    for (int i = 0; i < 2; ++i) {
        if (fork() == 0) {
            setsid();
            swap();
        }
    }
    sleepFor(50);
    return 0;
}
