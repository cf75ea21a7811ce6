// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes files without end, each of them empty
// expect: exited 0
// output: open: refused ENOSPC
// Without a tmpfs of its own, nobody counts files; they go when the run ends.
// expect[no-namespaces]: exited 1 | stopped wall busy | stopped cpu
// output[no-namespaces]: open: allowed |
// cpu-ms: 5000
// wall-ms: 10000
#include "hostile.h"

int main(void) {
    for (int i = 0; i < 100000; ++i) {
        char name[20];
        sprintf(name, "%d", i);
        const int file = open(name, O_CREAT | O_WRONLY, 0600);
        if (file < 0) {
            report("open", -1);
            return 0;
        }
        close(file);
    }
    report("open", 0);
    return 1;
}
