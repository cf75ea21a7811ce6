// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: changes its program's folder for the next run
// roles: changes then finds
// expect: exited 0
// output[changes]:
// output[finds]: files: 1, its own begins with ELF
#include "hostile.h"

#include <dirent.h>
#include <libgen.h>

/// What has come to the folder that the program lies in, or left it.
static int countFiles(const char* folder) {
    int files = 0;
    DIR* directory = opendir(folder);
    for (struct dirent* entry; directory != NULL && (entry = readdir(directory)) != NULL;) {
        files += entry->d_name[0] != '.';
    }
    return files;
}

int main(int count, char** words) {
    char own[300] = "";
    char start[4] = "";
    readlink("/proc/self/exe", own, sizeof own - 1);
    if (strcmp(words[1], "changes") == 0) {
        pwrite(open(own, O_WRONLY), "none", 4, 0);
        truncate(own, 0);
        unlink(own);
        chmod(own, 0);
        chdir(dirname(own));
        rename("hostile-programs", "x");
        close(open("another", O_CREAT | O_WRONLY, 0700));
        return 0;
    }
    pread(open(own, O_RDONLY), start, 4, 0);
    printf("files: %d, its own begins with %.3s\n", countFiles(dirname(own)), start + 1);
    return 0;
}
