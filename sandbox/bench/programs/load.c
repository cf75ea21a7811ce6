/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The programs whose CPU time and memory are known beforehand, so that the sandbox's figures can be held against it:
 *
 *   spin        uses a CPU for ever
 *   work N      computes N million steps, the same at each run
 *   touch N     writes to each page of N MiB
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { SmallestPage = 4096 };

/* Steps of a generator of random numbers: each needs the one before, so no compiler and no CPU can shorten them. */
static unsigned long long compute(unsigned long long steps) {
    unsigned long long state = 88172645463325252ULL;
    while (steps-- != 0) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
    }
    return state;
}

static int touch(unsigned long long mebibytes) {
    const size_t size = (size_t)mebibytes << 20;
    if (size == 0) {
        return 0;
    }
    volatile char* bytes = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (bytes == MAP_FAILED) {
        return 1;
    }
    for (size_t i = 0; i < size; i += SmallestPage) {
        bytes[i] = 1;
    }
    return 0;
}

int main(int count, char** arguments) {
    const char* mode = count > 1 ? arguments[1] : "";
    const unsigned long long amount = count > 2 ? strtoull(arguments[2], NULL, 10) : 0;
    if (strcmp(mode, "spin") == 0) {
        for (volatile unsigned turn = 0;; ++turn) {
        }
    }
    if (strcmp(mode, "work") == 0) {
        return compute(amount * 1000000) == 0; /* never 0, which the compiler doesn't know */
    }
    if (strcmp(mode, "touch") == 0) {
        return touch(amount);
    }
    fputs("usage: grindstone-bench-load spin | work MILLIONS | touch MEBIBYTES\n", stderr);
    return 2;
}
