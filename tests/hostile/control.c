// SPDX-License-Identifier: GPL-3.0-or-later
//
// Not hostile: run after each of the others in the same box, to see whether it finds the world as it should be.
//
// attempt: looks whether the world is clean
// expect: exited 0
// output: /work:
// output: /tmp:
// output: /dev/shm:
// output: processes: 2
// output: descriptors: 0 1 2
// output[no-namespaces]: processes: 0
// output[no-namespaces]: descriptors: 0 1 2
#include "programs/hostile.h"

#include <dirent.h>
#include <stdbool.h>

static void listFolder(const char* path) {
    DIR* folder = opendir(path);
    if (folder == NULL) {
        return;
    }
    printf("%s:", path);
    for (struct dirent* entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            printf(" %s", entry->d_name);
        }
    }
    printf("\n");
    closedir(folder);
}

/// The program itself and the run's init, which is process 1.
static void countProcesses(void) {
    DIR* folder = opendir("/proc");
    int count = 0;
    for (struct dirent* entry = folder != NULL ? readdir(folder) : NULL; entry != NULL; entry = readdir(folder)) {
        count += atoi(entry->d_name) > 0;
    }
    printf("processes: %d\n", count);
    if (folder != NULL) {
        closedir(folder);
    }
}

int main(int count, char** words) {
    listFolder("/work");
    listFolder("/tmp");
    listFolder("/dev/shm");
    countProcesses();
    printf("descriptors:");
    for (int descriptor = 0; descriptor < 1024; ++descriptor) {
        if (fcntl(descriptor, F_GETFD) >= 0) {
            printf(" %d", descriptor);
        }
    }
    printf("\n");
    return 0;
}
