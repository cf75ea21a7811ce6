// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes, opens, moves and removes files where it may only read
// expect: exited 0
// output: /: 0
// output: /usr: 0
// output: /usr/bin: 0
// output: /etc: 0
// output: /bin: 0
// output: /lib: 0
// output: /dev: 0
// output: /program: 0
// output: /case: 0
// output: /run: 0
// output: /proc: 0
// output: /proc/self: 0
// output: /sys: 0
// output: /etc/alternatives: 0
// output: /var/tmp: 0
// output: /home: 0
// output: its program: 0
// output: /usr/bin/env: 0
// output: /etc/passwd: 0
// output: /etc/ld.so.cache: 0
#include "hostile.h"

static void attack(const char* folder) {
    char path[300];
    int done = 0;
    snprintf(path, sizeof path, "%s/grindstone-hostile-x", folder);
    done += open(path, O_CREAT | O_WRONLY, 0600) >= 0;
    done += mkdir(path, 0700) == 0;
    done += symlink("x", path) == 0;
    done += mkfifo(path, 0600) == 0;
    done += open(folder, O_TMPFILE | O_RDWR, 0600) >= 0;
    close(open("own", O_CREAT | O_WRONLY, 0600));
    done += rename("own", path) == 0;
    done += link("own", path) == 0;
    done += rmdir(folder) == 0;
    done += rename(folder, "/tmp/taken") == 0;
    printf("%s: %d\n", folder, done);
}

int main(void) {
    static const char* Folders[] = {"/",        "/usr",  "/usr/bin", "/etc",  "/bin",       "/lib", "/dev",
                                    "/program", "/case", "/run",     "/proc", "/proc/self", "/sys", "/etc/alternatives",
                                    "/var/tmp", "/home"};
    for (size_t i = 0; i < sizeof Folders / sizeof Folders[0]; ++i) {
        attack(Folders[i]);
    }
    char own[300] = "";
    readlink("/proc/self/exe", own, sizeof own - 1);
    printf("its program: %d\n", open(own, O_WRONLY) >= 0);
    printf("/usr/bin/env: %d\n", open("/usr/bin/env", O_WRONLY) >= 0 || unlink("/usr/bin/env") == 0);
    printf("/etc/passwd: %d\n", open("/etc/passwd", O_WRONLY) >= 0 || unlink("/etc/passwd") == 0);
    printf("/etc/ld.so.cache: %d\n", truncate("/etc/ld.so.cache", 0) == 0);
    return 0;
}
