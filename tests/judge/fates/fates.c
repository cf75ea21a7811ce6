// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the name of a fate and meets it. "good" is to print 3.
#define _GNU_SOURCE
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int zero = 0;

static int recurse(volatile int depth) {
    volatile char room[1000];
    room[depth % 1000] = (char)depth;
    return recurse(depth + 1) + room[depth % 1000];
}

static void good(void) {
    puts("3");
    fflush(stdout);
}

static void allocate(void) {
    while (1) {
        char* room = malloc(1 << 20);
        if (room == NULL) {
            abort();
        }
        memset(room, 1, 1 << 20);
    }
}

static void flood(FILE* stream) {
    while (1) {
        fputs("yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n", stream);
    }
}

static void wait_for_nothing(void) {
    int ends[2];
    char byte;
    if (pipe(ends) == 0) {
        (void)!read(ends[0], &byte, 1);
    }
}

static void leave_child(void) {
    good();
    if (fork() == 0) {
        pause();
    }
}

static void child_crashes(void) {
    if (fork() == 0) {
        abort();
    }
    wait(NULL);
    good();
}

static void die_of(int number) {
    struct sigaction plain = {.sa_handler = SIG_DFL};
    sigaction(number, &plain, NULL);
    kill(getpid(), number);
    pause();
}

static int meet(const char* fate, int number) {
    if (!strcmp(fate, "good")) {
        good();
    } else if (!strcmp(fate, "wrong")) {
        puts("4");
    } else if (!strcmp(fate, "silent")) {
        return 0;
    } else if (!strcmp(fate, "allocate")) {
        allocate();
    } else if (!strcmp(fate, "absurd-request")) {
        volatile size_t size = (size_t)1 << 50;
        volatile char* room = malloc(size);
        room[5] = 1;
    } else if (!strcmp(fate, "loop")) {
        while (!zero) {
        }
    } else if (!strcmp(fate, "sleep")) {
        sleep(1000);
    } else if (!strcmp(fate, "wait")) {
        wait_for_nothing();
    } else if (!strcmp(fate, "read-on")) {
        while (getchar() != EOF) {
        }
    } else if (!strcmp(fate, "flood")) {
        flood(stdout);
    } else if (!strcmp(fate, "flood-stderr")) {
        flood(stderr);
    } else if (!strcmp(fate, "fork-bomb")) {
        while (1) {
            fork();
        }
    } else if (!strcmp(fate, "leave-child")) {
        leave_child();
    } else if (!strcmp(fate, "child-crashes")) {
        child_crashes();
    } else if (!strcmp(fate, "divide")) {
        printf("%d\n", 3 / zero);
    } else if (!strcmp(fate, "recurse")) {
        return recurse(0);
    } else if (!strcmp(fate, "exit-3")) {
        good();
        return 3;
    } else if (!strcmp(fate, "exit-139")) {
        return 139;
    } else if (!strcmp(fate, "throw")) {
        abort();
    } else if (!strcmp(fate, "assert")) {
        assert(zero == 1);
    } else if (!strcmp(fate, "null")) {
        *(volatile int*)(long)zero = 1;
    } else if (!strcmp(fate, "free-twice")) {
        void* volatile room = malloc(100);
        free(room);
        free(room);
    } else if (!strcmp(fate, "bytes")) {
        fwrite("3\0\xFF\xC3(\n", 1, 6, stdout);
    } else if (!strcmp(fate, "close-stdout")) {
        close(1);
        puts("3");
    } else if (!strcmp(fate, "crash-after-answer")) {
        good();
        *(volatile int*)(long)zero = 1;
    } else if (!strcmp(fate, "signal")) {
        die_of(number);
    }
    return 0;
}

int main(void) {
    char fate[100];
    int number = 0;
    if (scanf("%99s %d", fate, &number) < 1) {
        return 1;
    }
    return meet(fate, number);
}
