// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: calls the page of old calls, which lies at the same address everywhere
// The kernel only tells the time there, if it has it at all; nobody can read it.
// expect: exited 0
// output: time: exited 0 | time: signalled SEGV
// output: reading: signalled SEGV
// output: jumping in between: signalled SEGV
#include "hostile.h"

static void askForTime(void) {
    time_t (*const ask)(time_t*) = (time_t(*)(time_t*))0xffffffffff600400UL;
    _exit(ask(NULL) > 0 ? 0 : 1);
}
static void readIt(void) {
    volatile char* const page = (char*)0xffffffffff600000UL;
    _exit(page[0] == 0 ? 1 : 2);
}
static void jumpInto(void) {
    ((void (*)(void))0xffffffffff600123UL)();
}

int main(void) {
    reportChild("time", askForTime);
    reportChild("reading", readIt);
    reportChild("jumping in between", jumpInto);
    return 0;
}
