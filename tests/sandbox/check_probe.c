// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stands in for compilers and checkers, good and hostile ones: `probe NAME [ARGUMENT…]`. Static, so that nothing but it
// is needed in a box. An attempt that must fail prints "refused" and its errno's name when it does.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int report(long result) {
    printf(result < 0 ? "refused %s\n" : "allowed\n", strerrorname_np(errno));
    return 0;
}

static char* contentOf(const char* path) {
    static char contents[2][1 << 16];
    static int next = 0;
    char* content = contents[next++ % 2];
    const int file = path == NULL ? 0 : open(path, O_RDONLY);
    const ssize_t got = file < 0 ? -1 : read(file, content, (1 << 16) - 1);
    content[got > 0 ? got : 0] = '\0';
    return got < 0 ? NULL : content;
}

static void leave(const char* path, const char* text) {
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0 || write(file, text, strlen(text)) < 0) {
        exit(3);
    }
    close(file);
}

/// In the working folder `folder`: one file there, one below.
static int appendTwice(const char* folder) {
    if (chdir(folder) != 0 || (mkdir("deep", 0755) != 0 && errno != EEXIST)) {
        return 3;
    }
    for (int i = 0; i < 2; ++i) {
        const int file = open(i == 0 ? "notes" : "deep/notes", O_WRONLY | O_CREAT | O_APPEND, 0600);
        if (file < 0 || write(file, "x", 1) != 1) {
            return 4;
        }
    }
    return 0;
}

/// More files than anybody takes back, in folders that go deeper than anybody looks.
static int fill(const char* folder) {
    char name[20];
    if (chdir(folder) != 0) {
        return 3;
    }
    for (int i = 0; i < 300; ++i) {
        sprintf(name, "%d", i);
        leave(name, "x");
    }
    for (int i = 0; i < 30; ++i) {
        if (mkdir("deeper", 0755) != 0 || chdir("deeper") != 0) {
            return 4;
        }
        leave("file", "x");
    }
    return 0;
}

static int compile(void) {
    leave("program", contentOf("source"));
    return 0;
}

/// With the exit codes of the ICPC's output validators.
static int check(const char* caseFolder, const char* message) {
    if (chdir(caseFolder) != 0 || access("input", R_OK) != 0) {
        return 3;
    }
    const char* answer = contentOf("answer");
    const char* output = contentOf(NULL);
    if (answer == NULL || output == NULL) {
        return 3;
    }
    if (strcmp(answer, output) == 0) {
        return 42;
    }
    leave(message, "wrong");
    return 43;
}

static int readFile(const char* path) {
    const char* content = contentOf(path);
    return content == NULL ? report(-1) : fputs(content, stdout) < 0;
}

static int countEntries(const char* path) {
    DIR* folder = opendir(path);
    int count = 0;
    for (struct dirent* entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        count += entry->d_name[0] != '.';
    }
    return printf("%d\n", count) < 0;
}

/// What can be opened for reading could be opened again for writing, by the name that /proc has for it.
static long reopenForWriting(const char* path) {
    char name[64];
    const int file = open(path, O_RDONLY);
    if (file < 0) {
        return 0;
    }
    sprintf(name, "/proc/self/fd/%d", file);
    return open(name, O_RDWR);
}

/// Where only rules say what may be written, permissions may change, and nothing follows from it.
static long openUp(const char* path) {
    struct stat status;
    if (chmod(path, 0777) != 0 || stat(path, &status) != 0) {
        return -1;
    }
    return S_ISDIR(status.st_mode) ? mkdirat(open(path, O_PATH), "new", 0755) : open(path, O_WRONLY);
}

static int swapFolder(const char* path) {
    char old[4096];
    sprintf(old, "%s-old", path);
    return report(rename(path, old) == 0 && symlink("/etc", path) == 0 ? 0 : -1);
}

int main(int count, char** words) {
    if (count > 2 && strcmp(words[1], "append") == 0)
        return appendTwice(words[2]);
    if (count > 2 && strcmp(words[1], "fill") == 0)
        return fill(words[2]);
    const char* name = count > 1 ? words[1] : "";
    const char* path = count > 2 ? words[2] : "";
    const char* other = count > 3 ? words[3] : "";
    if (strcmp(name, "compile") == 0)
        return compile();
    if (strcmp(name, "check") == 0)
        return check(path, other);
    if (strcmp(name, "read") == 0)
        return readFile(path);
    if (strcmp(name, "entries") == 0)
        return countEntries(path);
    if (strcmp(name, "write") == 0)
        return report(open(path, O_WRONLY));
    if (strcmp(name, "cut") == 0)
        return report(truncate(path, 0));
    if (strcmp(name, "reopen") == 0)
        return report(reopenForWriting(path));
    if (strcmp(name, "remove") == 0)
        return report(unlink(path));
    if (strcmp(name, "open-up") == 0)
        return report(openUp(path));
    if (strcmp(name, "add") == 0)
        return report(open(path, O_WRONLY | O_CREAT, 0644));
    if (strcmp(name, "rename") == 0)
        return report(rename(path, other));
    if (strcmp(name, "hard-link") == 0)
        return report(link(path, other));
    if (strcmp(name, "link") == 0)
        return symlink("/etc/passwd", path);
    if (strcmp(name, "fifo") == 0)
        return mkfifo(path, 0644);
    if (strcmp(name, "folder") == 0)
        return mkdir(path, 0755);
    if (strcmp(name, "swap") == 0)
        return swapFolder(path);
    if (strcmp(name, "huge") == 0)
        return leave(path, ""), truncate(path, 1 << 20);
    fprintf(stderr, "no such probe: %s\n", name);
    return 99;
}
