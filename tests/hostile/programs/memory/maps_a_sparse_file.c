// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: takes memory through a mapping of a file with holes, past the file space
// expect: stopped memory | signalled SIGBUS
// memory-mib: 32
// file-space-kib: 8192
#include "hostile.h"

int main(void) {
    const int file = open("x", O_CREAT | O_RDWR, 0600);
    signal(SIGXFSZ, SIG_IGN);
    for (long size = 8L << 20; ftruncate(file, size) != 0; size /= 2) {
    }
    for (int i = 0; i < 64; ++i) {
        char* memory = mmap(NULL, mib(8), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        touch(memory, mib(8));
    }
    sleepFor(100);
    raise(SIGBUS);
    return 0;
}
