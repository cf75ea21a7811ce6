// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: looks for a capability in any of its sets, and for a way to gain one by starting a program
// expect: exited 0
// output: CapInh: 0
// output: CapPrm: 0
// output: CapEff: 0
// output: CapBnd: 0
// output: CapAmb: 0
// output: NoNewPrivs: 1
// output: Seccomp: 2
// Without namespaces, no program may read any of /proc.
// output[no-namespaces]:
#include "hostile.h"

int main(void) {
    FILE* file = fopen("/proc/self/status", "r");
    char line[200];
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        char name[20];
        unsigned long value = 0;
        if (sscanf(line, "%19[A-Za-z]: %lx", name, &value) == 2 &&
            (strncmp(name, "Cap", 3) == 0 || strcmp(name, "NoNewPrivs") == 0 || strcmp(name, "Seccomp") == 0)) {
            printf("%s: %lx\n", name, value);
        }
    }
    return 0;
}
