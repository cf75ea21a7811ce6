// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes to its own program's file, and to one of the system's, through memory that is shared
// expect: exited 0
// output: mapped for writing: refused EACCES
// output: made writable: refused EACCES
// output: a copy of its own: allowed
// output: opened for writing: refused ETXTBSY | opened for writing: refused EACCES | opened for writing: refused EROFS
// output: the file is as it was
// output: mapped for writing: refused EACCES
// output: made writable: refused EACCES
// output: a copy of its own: allowed
// output: opened for writing: refused EACCES | opened for writing: refused EROFS
// output: the file is as it was
#include "hostile.h"

static void map(const char* path) {
    const int file = open(path, O_RDONLY);
    char* memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    report("mapped for writing", memory == MAP_FAILED ? -1 : 0);
    memory = mmap(NULL, 4096, PROT_READ, MAP_SHARED, file, 0);
    report("made writable", mprotect(memory, 4096, PROT_READ | PROT_WRITE));
    memory = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, file, 0);
    report("a copy of its own", mprotect(memory, 4096, PROT_READ | PROT_WRITE));
    *(volatile char*)memory = 'X';
    report("opened for writing", open(path, O_WRONLY));
    char byte = 0;
    pread(file, &byte, 1, 0);
    printf("the file %s\n", byte == 'X' ? "has changed" : "is as it was");
}

int main(void) {
    map("/proc/self/exe");
    map("/usr/bin/env");
    return 0;
}
