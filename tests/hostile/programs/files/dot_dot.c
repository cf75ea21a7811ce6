// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: climbs out of its root by all ways that lead upwards
// expect: exited 0
// output: /: 0 strangers
// output: ../../../../../../../..: 0 strangers
// output: /work/../..: 0 strangers
// output: /proc/self/cwd/../../..: 0 strangers
// output: /proc/self/root: 0 strangers
// output: /usr/../..: 0 strangers
// output: /run/..: 0 strangers
// output: a descriptor of /: allowed
// output: above it: refused ENOENT
// output[no-namespaces]: /: refused EACCES
// output[no-namespaces]: ../../../../../../../..: refused EACCES
// output[no-namespaces]: /work/../..: refused EACCES
// output[no-namespaces]: /proc/self/cwd/../../..: refused EACCES
// output[no-namespaces]: /proc/self/root: refused EACCES
// output[no-namespaces]: /usr/../..: refused EACCES
// output[no-namespaces]: /run/..: refused EACCES
// output[no-namespaces]: a descriptor of /: refused EACCES
// output[no-namespaces]: above it: refused EBADF
#include "hostile.h"

#include <dirent.h>

/// Folders that a box has at its root; those of the host have more.
static int belongs(const char* name) {
    static const char* Own[] = {".",   "..",  "bin",  "sbin", "lib",  "lib32", "lib64",    "libx32", "usr",
                                "etc", "dev", "proc", "run",  "work", "tmp",   "feedback", "case",   "program"};
    for (size_t i = 0; i < sizeof Own / sizeof Own[0]; ++i) {
        if (strcmp(name, Own[i]) == 0) {
            return 1;
        }
    }
    return 0;
}

static void list(const char* path) {
    int strangers = 0;
    DIR* folder = opendir(path);
    if (folder == NULL) {
        report(path, -1);
        return;
    }
    for (struct dirent* entry; (entry = readdir(folder)) != NULL;) {
        strangers += !belongs(entry->d_name);
    }
    printf("%s: %d strangers\n", path, strangers);
    closedir(folder);
}

int main(void) {
    list("/");
    list("../../../../../../../..");
    list("/work/../..");
    list("/proc/self/cwd/../../..");
    list("/proc/self/root");
    list("/usr/../..");
    list("/run/..");
    const int top = open("/", O_RDONLY | O_DIRECTORY);
    report("a descriptor of /", top);
    report("above it", fchdir(top) == 0 ? openat(top, "../../home", O_RDONLY) : -1);
    return 0;
}
