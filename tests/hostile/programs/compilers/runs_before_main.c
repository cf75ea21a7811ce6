// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has its program run while it is made
// expect: exited 0
// brings-back: main
// keeps-back: ran
#include <stdio.h>
#include <stdlib.h>

static void run(void) {
    fclose(fopen("ran", "w"));
    exit(1);
}

__attribute__((constructor)) static void start(void) {
    run();
}
__attribute__((section(".preinit_array"), used)) static void (*const early)(void) = run;

int main(void) {}
