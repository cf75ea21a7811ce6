// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: looks for the processes of another box, and into them
// roles: looks beside lives
// expect: exited 0
// output[looks]: cmdline: 0
// output[looks]: environ: 0
// output[looks]: maps: 0
// output[looks]: mem: 0
// output[looks]: stat: 0
// output[looks]: fd/0: 0
// output[looks]: root/etc/passwd: 0
// output[looks]: cwd/x: 0
// output[lives]:
#include "hostile.h"

static int look(const char* file) {
    int seen = 0;
    const pid_t own = getpid();
    for (pid_t other = own > 2000 ? own - 2000 : 2; other < own + 2000; ++other) {
        char path[60];
        char byte;
        sprintf(path, "/proc/%d/%s", other, file);
        const int opened = other != own ? open(path, O_RDONLY) : -1;
        seen += opened >= 0 && read(opened, &byte, 1) > 0;
        close(opened);
    }
    return seen;
}

int main(int count, char** words) {
    if (strcmp(words[1], "lives") == 0) {
        sleepFor(600);
        return 0;
    }
    sleepFor(100);
    static const char* Files[] = {"cmdline", "environ", "maps", "mem", "stat", "fd/0", "root/etc/passwd", "cwd/x"};
    for (int i = 0; i < 8; ++i) {
        printf("%s: %d\n", Files[i], look(Files[i]));
    }
    return 0;
}
