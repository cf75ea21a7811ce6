// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves files everywhere for the next run
// roles: leaves then finds
// expect: exited 0
// output[leaves]: leaves: 8
// output[leaves,no-namespaces]: leaves: 3
// output[finds]: finds: 0
#include "hostile.h"

int main(int count, char** words) {
    static const char* Folders[] = {".",         "..",          "/work", "/tmp", "../tmp",   "/dev/shm", "../shm",
                                    "/feedback", "../feedback", "/case", "/run", "/program", "/var/tmp", "/dev/mqueue"};
    const int leaves = strcmp(words[1], "leaves") == 0;
    int files = 0;
    for (size_t i = 0; i < sizeof Folders / sizeof Folders[0]; ++i) {
        char path[100];
        sprintf(path, "%s/grindstone-hostile-left", Folders[i]);
        files += open(path, leaves ? O_CREAT | O_WRONLY : O_RDONLY, 0666) >= 0;
    }
    printf("%s: %d\n", words[1], files);
    return 0;
}
