// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes over its own code, past its protection, in the file that others run too
// expect: exited 0
// output: /proc/self/mem: refused EACCES
// output: write: refused EACCES
// output: a copy of its own: allowed
// output: it reads: As it was
#include "hostile.h"

static const char Constant[] = "as it was";

int main(void) {
    const int memory = open("/proc/self/mem", O_RDWR);
    report("/proc/self/mem", memory);
    report("write", memory < 0 ? -1 : pwrite(memory, "IS", 2, (off_t)Constant));
    char* const page = (char*)((unsigned long)Constant & ~4095UL);
    // A copy of its own: the file stays as it is.
    report("a copy of its own", mprotect(page, 4096, PROT_READ | PROT_WRITE));
    *(volatile char*)Constant = 'A';
    printf("it reads: %s\n", Constant);
    return 0;
}
