// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: replaces itself by itself for ever
// expect: stopped cpu | stopped wall
// cpu-ms: 300
// wall-ms: 800
#include "hostile.h"

int main(void) {
    char* again[] = {"starts_itself_anew", "starts_itself_anew", NULL};
    execv("/proc/self/exe", again);
    return 1;
}
