// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: looks what it was told of the host by its environment and its start
// expect: exited 0
// output: PATH
// output: TMPDIR
// output: HOSTILE_SECRET
// output: started secure: 0
// output: machine: grindstone
// output[no-namespaces]: PATH
// output[no-namespaces]: TMPDIR
// output[no-namespaces]: HOSTILE_SECRET
// output[no-namespaces]: started secure: 0
// output[no-namespaces]: machine: the host's
#include "hostile.h"

#include <sys/auxv.h>

extern char** environ;

int main(void) {
    for (char** variable = environ; *variable != NULL; ++variable) {
        printf("%.*s\n", (int)strcspn(*variable, "="), *variable);
    }
    printf("started secure: %lu\n", getauxval(AT_SECURE));
    char name[65];
    gethostname(name, sizeof name);
    printf("machine: %s\n", strcmp(name, "grindstone") == 0 ? name : "the host's");
    return 0;
}
