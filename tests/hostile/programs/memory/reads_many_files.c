// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: reads far more of the host's files than it may have memory, which costs it none
// expect: exited 0
// output: read enough
// memory-mib: 32
// cpu-ms: 8000
#include "hostile.h"

#include <dirent.h>

static size_t g_read = 0;

static void readFile(const char* path) {
    static char block[1 << 16];
    const int file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    for (long got = 0; g_read < mib(200) && (got = read(file, block, sizeof block)) > 0;) {
        g_read += got;
    }
    close(file);
}

static void readFolder(const char* path) {
    DIR* folder = opendir(path);
    for (struct dirent* entry = folder != NULL ? readdir(folder) : NULL; entry != NULL && g_read < mib(200);
         entry = readdir(folder)) {
        char name[4096];
        snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        if (entry->d_type == DT_REG) {
            readFile(name);
        } else if (entry->d_type == DT_DIR && entry->d_name[0] != '.') {
            readFolder(name);
        }
    }
    if (folder != NULL) {
        closedir(folder);
    }
}

int main(void) {
    readFolder("/usr/lib");
    printf(g_read >= mib(100) ? "read enough\n" : "read %zu bytes\n", g_read);
    return 0;
}
