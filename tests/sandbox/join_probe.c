// SPDX-License-Identifier: GPL-3.0-or-later
//
// The programs that are joined by pipes in tests: `probe NAME [ARGUMENT]`. Static, so that nothing but it is needed in
// a box. Exit codes tell what a program saw: 40 the end of its input, 41 a wrong answer.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SawEnd = 40, SawWrongAnswer = 41 };

static void say(const char* text) {
    if (write(1, text, strlen(text)) < 0) {
        exit(42);
    }
}

/// A line without its end; the program ends where there is none.
static const char* hear(void) {
    static char line[1 << 16];
    size_t length = 0;
    while (length + 1 < sizeof line && read(0, line + length, 1) == 1 && line[length] != '\n') {
        ++length;
    }
    if (length == 0) {
        exit(SawEnd);
    }
    line[length] = '\0';
    return line;
}

/// One line in one call, as buffered programs do it.
static int ask(unsigned long exchanges) {
    char question[32];
    char answer[64];
    for (unsigned long i = 0; i < exchanges; ++i) {
        const int length = sprintf(question, "question %lu\n", i);
        if (write(1, question, (size_t)length) != length || read(0, answer, sizeof answer) != length ||
            memcmp(question, answer, (size_t)length) != 0) {
            return SawWrongAnswer;
        }
    }
    return 0;
}

static int echo(void) {
    static char block[1 << 16];
    for (ssize_t got = 0; (got = read(0, block, sizeof block)) > 0;) {
        if (write(1, block, (size_t)got) != got) {
            return 42;
        }
    }
    return 0;
}

static int flood(void) {
    static char block[1 << 16];
    memset(block, 'x', sizeof block);
    while (write(1, block, sizeof block) > 0) {
    }
    return 43;
}

static int swallow(void) {
    static char block[1 << 16];
    while (read(0, block, sizeof block) > 0) {
    }
    return SawEnd;
}

static int spin(void) {
    for (volatile unsigned long i = 0;; ++i) {
    }
}

/// As a person's guess program: halves the range that is left.
static int guess(void) {
    long low = 1;
    long high = atol(hear());
    while (1) {
        char text[32];
        const long middle = (low + high) / 2;
        sprintf(text, "? %ld\n", middle);
        say(text);
        const char* answer = hear();
        if (strcmp(answer, "right") == 0)
            return 0;
        if (strcmp(answer, "higher") == 0)
            low = middle + 1;
        if (strcmp(answer, "lower") == 0)
            high = middle - 1;
    }
}

static int keepSecret(long secret) {
    say("100\n");
    for (int questions = 0; questions < 20; ++questions) {
        const long guessed = atol(hear() + 2);
        say(guessed < secret ? "higher\n" : guessed > secret ? "lower\n" : "right\n");
        if (guessed == secret)
            return 0;
    }
    return SawWrongAnswer;
}

static int closeOutput(void) {
    close(1);
    return hear()[0] == 'x' ? 0 : SawWrongAnswer;
}

static int closeInput(void) {
    close(0);
    sleep(1);
    return 0;
}

static int leaveAChild(void) {
    if (fork() == 0) {
        sleep(1000);
    }
    return 0;
}

/// What it said itself must not come back, and no other may speak in its partner's name.
static int openOtherEnds(void) {
    const int input = open("/proc/self/fd/0", O_WRONLY | O_NONBLOCK);
    const int output = open("/proc/self/fd/1", O_RDONLY | O_NONBLOCK);
    fprintf(stderr, "%s %s\n", input < 0 ? "refused" : "allowed", output < 0 ? "refused" : "allowed");
    return 0;
}

static int reopenStreams(void) {
    if (freopen("/dev/stdin", "r", stdin) == NULL || freopen("/dev/stdout", "w", stdout) == NULL) {
        return 1;
    }
    return echo();
}

int main(int count, char** words) {
    const char* name = count > 1 ? words[1] : "";
    const char* argument = count > 2 ? words[2] : "";
    if (strcmp(name, "exit") == 0)
        return atoi(argument);
    if (strcmp(name, "ask") == 0)
        return ask(strtoul(argument, NULL, 10));
    if (strcmp(name, "echo") == 0)
        return echo();
    if (strcmp(name, "say") == 0)
        return say(argument), 0;
    if (strcmp(name, "say-late") == 0)
        return usleep(200000), say(argument), 0;
    if (strcmp(name, "say-and-crash") == 0)
        return say(argument), raise(SIGSEGV);
    if (strcmp(name, "say-and-wait") == 0)
        return say(argument), hear(), 0;
    if (strcmp(name, "hear") == 0)
        return hear(), 0;
    if (strcmp(name, "hear-and-crash") == 0)
        return hear(), raise(SIGABRT);
    if (strcmp(name, "hear-and-exit") == 0)
        return hear(), atoi(argument);
    if (strcmp(name, "hear-and-spin") == 0)
        return hear(), spin();
    if (strcmp(name, "hear-nothing") == 0)
        return sleep(1000), 0;
    if (strcmp(name, "flood") == 0)
        return flood();
    if (strcmp(name, "swallow") == 0)
        return swallow();
    if (strcmp(name, "spin") == 0)
        return spin();
    if (strcmp(name, "guess") == 0)
        return guess();
    if (strcmp(name, "keep-secret") == 0)
        return keepSecret(atol(argument));
    if (strcmp(name, "close-output") == 0)
        return closeOutput();
    if (strcmp(name, "close-input") == 0)
        return closeInput();
    if (strcmp(name, "leave-child") == 0)
        return leaveAChild();
    if (strcmp(name, "open-other-ends") == 0)
        return openOtherEnds();
    if (strcmp(name, "reopen-streams") == 0)
        return reopenStreams();
    if (strcmp(name, "cpu") == 0)
        return sched_getcpu();
    fprintf(stderr, "no such probe: %s\n", name);
    return 99;
}
