// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves a key for the next run
// roles: leaves then finds
// expect: exited 0
// output[leaves]: key: refused EPERM
// output[leaves]: to be seen: 0
// output[finds]: search: refused EPERM
// output[finds]: to be seen: 0
#include "hostile.h"

#include <linux/keyctl.h>

int main(int count, char** words) {
    if (strcmp(words[1], "leaves") == 0) {
        report("key", syscall(SYS_add_key, "user", "hostile", "x", 1L, KEY_SPEC_USER_KEYRING));
    } else {
        report("search", syscall(SYS_keyctl, (long)KEYCTL_SEARCH, KEY_SPEC_USER_KEYRING, "user", "hostile", 0L));
    }
    FILE* file = fopen("/proc/keys", "r");
    char line[300];
    int seen = 0;
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        seen += strstr(line, "hostile") != NULL;
    }
    printf("to be seen: %d\n", seen);
    return 0;
}
