// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: looks for the expected answer, a sibling case and a solution, by every way to their folder
// expect: exited 0
// output: found: 0
// output: listing the folder: refused ENOENT
// output: program in it: refused ENOENT
// output[no-namespaces]: found: 0
// output[no-namespaces]: listing the folder: refused EACCES
// output[no-namespaces]: program in it: refused EACCES
#include "hostile.h"

#include <dirent.h>

static int readSecret(const char* before, const char* name) {
    char path[300];
    char text[200] = "";
    snprintf(path, sizeof path, "%s%s/%s", before, getenv("HOSTILE_SECRET"), name);
    const int file = open(path, O_RDONLY);
    if (file >= 0 && read(file, text, sizeof text - 1) > 0) {
        printf("%s: %s\n", path, text);
        return 1;
    }
    return 0;
}

int main(void) {
    static const char* Before[] = {"",
                                   "..",
                                   "../..",
                                   "../../../../../../../..",
                                   "/work/..",
                                   "/usr/..",
                                   "/tmp/../..",
                                   "/proc/self/root",
                                   "/proc/self/cwd/../../../../..",
                                   "/proc/1/root",
                                   "/proc/2/root",
                                   "/proc/thread-self/root",
                                   "/proc/self/task/1/root",
                                   "/dev/fd/0/../../..",
                                   "/run/..",
                                   "/host",
                                   "/old_root",
                                   "/mnt",
                                   "/proc/self/fd/../root"};
    static const char* Names[] = {"1.ans", "2.in", "2.ans", "solution.py"};
    int found = 0;
    for (size_t i = 0; i < sizeof Before / sizeof Before[0]; ++i) {
        for (int name = 0; name < 4; ++name) {
            found += readSecret(Before[i], Names[name]);
        }
    }
    printf("found: %d\n", found);
    report("listing the folder", opendir(getenv("HOSTILE_SECRET")) == NULL ? -1 : 0);
    report("program in it", execl(getenv("HOSTILE_SECRET"), "x", NULL));
    return 0;
}
