// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves files whose names nobody expects
// expect: exited 0
// brings-back: ...
// brings-back: -rf
// output: made: 10
#include "hostile.h"

int main(void) {
    static const char* Names[] = {"...", "-rf", "new\nline", "\x1b[2J", "\xff\xfe",
                                  " ",   "*",   "$(reboot)", "a;b",     "%s%n"};
    int made = 0;
    for (size_t i = 0; i < sizeof Names / sizeof Names[0]; ++i) {
        made += close(open(Names[i], O_CREAT | O_WRONLY, 0600)) == 0;
    }
    printf("made: %d\n", made);
    return 0;
}
