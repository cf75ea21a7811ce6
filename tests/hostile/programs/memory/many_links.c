// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes names without end for one file
// expect: exited 0
// output: link: refused ENOSPC | link: refused EMLINK
// output[no-namespaces]: link: refused ENOSPC | link: refused EMLINK | link: refused EPERM
// cpu-ms: 5000
// wall-ms: 10000
#include "hostile.h"

int main(void) {
    close(open("first", O_CREAT | O_WRONLY, 0600));
    for (int i = 0; i < 200000; ++i) {
        char name[20];
        sprintf(name, "%d", i);
        if (link("first", name) != 0) {
            report("link", -1);
            return 0;
        }
    }
    report("link", 0);
    return 1;
}
