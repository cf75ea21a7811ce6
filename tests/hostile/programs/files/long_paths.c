// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: uses paths longer than the kernel allows, and folders deeper than a path can name
// expect: exited 0
// may-bring-back: d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/file
// output: a name of 70000 letters: refused ENAMETOOLONG
// output: a name of 256 letters: refused ENAMETOOLONG
// output: a name of 255 letters: allowed
// output: a path of 4200 letters: refused ENAMETOOLONG
// output: a path of 4000 letters: allowed
// output: folders in each other: 2500
// output: a file below: allowed
// output: its folder's name: refused ERANGE | its folder's name: refused ENAMETOOLONG
#include "hostile.h"

int main(void) {
    static char path[70000];
    memset(path, 'a', sizeof path - 1);
    report("a name of 70000 letters", open(path, O_CREAT | O_WRONLY, 0600));
    path[256] = '\0';
    report("a name of 256 letters", open(path, O_CREAT | O_WRONLY, 0600));
    path[255] = '\0';
    report("a name of 255 letters", close(open(path, O_CREAT | O_WRONLY, 0600)));
    for (int i = 0; i < 4200; i += 2) {
        memcpy(path + i, "./", 3);
    }
    report("a path of 4200 letters", open(path, O_CREAT | O_WRONLY, 0600));
    path[4000] = '\0';
    report("a path of 4000 letters", open(path, O_RDONLY));
    int depth = 0;
    while (depth < 2500 && mkdir("d", 0700) == 0 && chdir("d") == 0) {
        ++depth;
    }
    printf("folders in each other: %d\n", depth);
    report("a file below", open("file", O_CREAT | O_WRONLY, 0600));
    report("its folder's name", getcwd(path, 4096) == NULL ? -1 : 0);
    return 0;
}
