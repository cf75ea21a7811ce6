// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: tells the kernel to kill others when memory is short
// expect: exited 0
// output: /proc/self/oom_score_adj: refused EACCES
// output: /proc/self/oom_adj: refused EACCES
// output[no-namespaces]: /proc/self/oom_score_adj: refused EACCES
// output[no-namespaces]: /proc/self/oom_adj: refused EACCES
#include "hostile.h"

int main(void) {
    const char* paths[] = {"/proc/self/oom_score_adj", "/proc/self/oom_adj"};
    for (int i = 0; i < 2; ++i) {
        const int file = open(paths[i], O_WRONLY);
        report(paths[i], file < 0 ? -1 : write(file, i == 0 ? "-1000" : "-17", i == 0 ? 5 : 3));
    }
    return 0;
}
