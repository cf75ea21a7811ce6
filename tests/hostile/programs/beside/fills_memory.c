// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: takes more memory than it may, beside one that takes what it may
// roles: fills beside keeps
// expect[fills]: stopped memory
// expect[keeps]: exited 0
// output[keeps]: kept
// memory-mib: 48
// wall-ms: 8000
#include "hostile.h"

int main(int count, char** words) {
    if (strcmp(words[1], "fills") == 0) {
        touch(mmap(NULL, mib(400), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), mib(400));
        sleepForEver();
    }
    char* memory = mmap(NULL, mib(32), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (int i = 0; i < 10; ++i) {
        touch(memory, mib(32));
        sleepFor(50);
    }
    printf("kept\n");
    return 0;
}
