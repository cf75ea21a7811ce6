// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: reads far more of the host's files than it may have memory through mappings, which costs it none
// expect: exited 0
// output: read enough
// memory-mib: 32
// cpu-ms: 8000
#include "hostile.h"

#include <dirent.h>

static size_t g_read = 0;

static void readFile(const char* path) {
    const int file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    struct stat status;
    if (file >= 0 && fstat(file, &status) == 0 && status.st_size > 1 << 20) {
        volatile char* memory = mmap(NULL, status.st_size, PROT_READ, MAP_SHARED, file, 0);
        for (off_t i = 0; memory != MAP_FAILED && i < status.st_size && g_read < mib(100); i += 4096) {
            g_read += 4096 + (memory[i] & 0);
        }
    }
    close(file);
}

int main(void) {
    const char* folders[] = {"/usr/lib/x86_64-linux-gnu", "/usr/lib/gcc/x86_64-linux-gnu/12", "/usr/bin",
                             "/usr/lib/gcc/x86_64-linux-gnu/13"};
    for (int i = 0; i < 4; ++i) {
        DIR* folder = opendir(folders[i]);
        for (struct dirent* entry = folder != NULL ? readdir(folder) : NULL; entry != NULL && g_read < mib(100);
             entry = readdir(folder)) {
            char name[4096];
            snprintf(name, sizeof name, "%s/%s", folders[i], entry->d_name);
            readFile(name);
        }
    }
    printf(g_read >= mib(64) ? "read enough\n" : "read %zu bytes\n", g_read);
    return 0;
}
