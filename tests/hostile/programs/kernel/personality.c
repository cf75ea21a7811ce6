// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: turns off the protections of its own memory, then starts a program of the host
// That is its own affair: no program here has more rights than it, and what it starts ends with the run.
// expect: exited 0
// output: no randomized addresses: allowed
// output: readable means executable: allowed
// output: page zero: allowed
// output: a mapping at address 0: refused EPERM
// output: true: exited 0
#include "hostile.h"

#include <sys/personality.h>

static void startTrue(void) {
    execl("/usr/bin/true", "true", NULL);
    _exit(99);
}

int main(void) {
    report("no randomized addresses", personality(ADDR_NO_RANDOMIZE));
    report("readable means executable", personality(ADDR_NO_RANDOMIZE | READ_IMPLIES_EXEC));
    report("page zero", personality(MMAP_PAGE_ZERO));
    void* zero = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    report("a mapping at address 0", zero == MAP_FAILED ? -1 : 0);
    reportChild("true", startTrue);
    return 0;
}
