// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: starts the host's set-user-ID programs to become who owns them
// expect: exited 0
// output: euid stays
#include "hostile.h"

#include <sys/auxv.h>

// Started anew by a link to itself from each of those programs isn't possible here, so what counts is whether the
// kernel starts one with the rights of its owner: a set-user-ID program that is started secure says so by AT_SECURE
// to its children's eyes in /proc.
int main(void) {
    const char* programs[] = {"/usr/bin/su", "/usr/bin/passwd", "/usr/bin/mount", "/usr/bin/chsh", NULL};
    const uid_t before = geteuid();
    int changed = 0;
    for (int i = 0; programs[i] != NULL; ++i) {
        int ends[2];
        pipe(ends);
        const pid_t child = fork();
        if (child == 0) {
            dup2(ends[0], 0);
            close(1);
            close(2);
            execl(programs[i], programs[i], "-", NULL);
            _exit(127);
        }
        sleepFor(20);
        char path[50];
        char line[200];
        sprintf(path, "/proc/%d/status", child);
        FILE* status = fopen(path, "r");
        while (status != NULL && fgets(line, sizeof line, status) != NULL) {
            unsigned real = 0;
            unsigned effective = 0;
            if (sscanf(line, "Uid: %u %u", &real, &effective) == 2) {
                changed += effective != before;
            }
        }
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
    }
    printf(changed == 0 ? "euid stays\n" : "euid changes\n");
    return 0;
}
