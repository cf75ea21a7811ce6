// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: leaves what it knows in memory of every kind, and looks for it in memory that it is given
// roles: leaves then finds
// expect: exited 0
// output[leaves]: found: 0
// output[finds]: found: 0
#include "hostile.h"

static const char Mark[] = "left by the last run";

static void fill(char* memory, size_t size) {
    for (size_t i = 0; i + sizeof Mark < size; i += sizeof Mark) {
        memcpy(memory + i, Mark, sizeof Mark);
    }
}

static int countIn(const char* memory, size_t size) {
    int found = 0;
    for (size_t i = 0; i + sizeof Mark < size; ++i) {
        found += memory[i] == 'l' && memcmp(memory + i, Mark, sizeof Mark) == 0;
    }
    return found;
}

static int useStack(int leaves) {
    char room[mib(1)];
    if (leaves) {
        fill(room, sizeof room);
    }
    return leaves ? 0 : countIn(room, sizeof room);
}

int main(int count, char** words) {
    const int leaves = strcmp(words[1], "leaves") == 0;
    int found = useStack(leaves);
    static const int Kinds[] = {MAP_PRIVATE, MAP_SHARED};
    for (int i = 0; i < 2; ++i) {
        char* memory = mmap(NULL, mib(8), PROT_READ | PROT_WRITE, Kinds[i] | MAP_ANONYMOUS, -1, 0);
        if (leaves) {
            fill(memory, mib(8));
        } else {
            found += countIn(memory, mib(8));
        }
    }
    char* heap = malloc(mib(8));
    if (leaves) {
        fill(heap, mib(8));
        const int file = open("x", O_CREAT | O_WRONLY, 0600);
        write(file, heap, mib(4));
    } else {
        found += countIn(heap, mib(8));
        const int file = open("x", O_CREAT | O_RDWR, 0600);
        ftruncate(file, mib(4));
        found += countIn(mmap(NULL, mib(4), PROT_READ, MAP_SHARED, file, 0), mib(4));
    }
    printf("found: %d\n", found);
    return 0;
}
