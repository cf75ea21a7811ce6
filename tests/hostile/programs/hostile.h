// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the hostile programs have in common. They are linked into one program, which runs the one that is named, with
// standard output buffered by the line.

#include "names.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/// Tells how an attempt ended, by what the call returned: "WHAT: refused EPERM" or "WHAT: allowed".
static inline void report(const char* what, long result) {
    if (result < 0) {
        printf("%s: refused %s\n", what, strerrorname_np(errno));
    } else {
        printf("%s: allowed\n", what);
    }
}

/// Tells how a child ends that does what might kill it: "WHAT: exited 3" or "WHAT: signalled SEGV".
static inline void reportChild(const char* what, void (*body)(void)) {
    const pid_t child = fork();
    if (child == 0) {
        body();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) {
        printf("%s: signalled %s\n", what, sigabbrev_np(WTERMSIG(status)));
    } else {
        printf("%s: exited %d\n", what, WEXITSTATUS(status));
    }
}

/// report() of opening a file.
static inline void reportOpening(const char* path, int flags) {
    const int file = open(path, flags | O_NONBLOCK | O_CLOEXEC, 0600);
    report(path, file);
    if (file >= 0) {
        close(file);
    }
}

static inline void spin(void) {
    for (volatile unsigned long i = 0;; ++i) {
    }
}

static inline void spinFor(long milliseconds) {
    const clock_t end = clock() + milliseconds * (CLOCKS_PER_SEC / 1000);
    while (clock() < end) {
    }
}

static inline void sleepFor(long milliseconds) {
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    nanosleep(&time, NULL);
}

static inline void sleepForEver(void) {
    while (1) {
        pause();
    }
}

/// flock() for writing, which the other tiers' tests may hold for a moment.
static inline int lockPatiently(int file) {
    int locked = -1;
    for (int i = 0; i < 300 && locked != 0; ++i) {
        locked = flock(file, LOCK_EX | LOCK_NB);
        sleepFor(locked == 0 ? 0 : 10);
    }
    return locked;
}

/// Writes to each page of a piece of memory.
static inline void touch(void* memory, size_t size) {
    for (size_t i = 0; i < size; i += 4096) {
        ((volatile char*)memory)[i] = 1;
    }
}

static inline size_t mib(size_t count) {
    return count << 20;
}
