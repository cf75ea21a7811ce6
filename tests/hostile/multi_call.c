// SPDX-License-Identifier: GPL-3.0-or-later
//
// hostile-programs NAME [ROLE]: the hostile programs that can share one, each with its main() under another name. The
// table is generated from the list of their files.
#include <stdio.h>
#include <string.h>

#define PROGRAM(name) int name();
#include "hostile_programs.inc"
#undef PROGRAM

// Without a prototype, since some say main(void) and some take the words; the C library calls all of them so too.
static const struct {
    const char* name;
    int (*main)();
} Programs[] = {
#define PROGRAM(name) {#name, name},
#include "hostile_programs.inc"
#undef PROGRAM
};

int main(int count, char** words) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    for (size_t i = 0; count > 1 && i < sizeof Programs / sizeof Programs[0]; ++i) {
        if (strcmp(Programs[i].name + strlen("hostile_"), words[1]) == 0) {
            return Programs[i].main(count - 1, words + 1);
        }
    }
    fprintf(stderr, "no such program\n");
    return 125;
}
