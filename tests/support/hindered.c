// SPDX-License-Identifier: GPL-3.0-or-later
// hindered HINDRANCE PROGRAM [ARGUMENT…]: starts the program where something that the sandbox needs is really missing.
//
//   no-user-namespaces  user.max_user_namespaces is 0
//   covered-proc        something is mounted over a part of /proc, as in a container
//   filtered            a seccomp filter refuses new user namespaces, as in a container
//   no-landlock         as on a kernel without Landlock
//   landlock-off        as on a kernel that was started without it
//   another-listener    a seccomp filter that reports to somebody lies on the process already
//   policy=FILE         FILE is the one in /etc/xdg/grindstone/policy.d
//
// Several may be given, with commas between. The first, second and last take a user namespace, in which everybody has
// the id that they had, and nobody keeps a privilege that they didn't have.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#endif

static void fail(const char* what) {
    fprintf(stderr, "hindered: %s: %s\n", what, strerror(errno));
    exit(125);
}

static void check(int result, const char* what) {
    if (result < 0) {
        fail(what);
    }
}

static void writeFile(const char* path, const char* text) {
    const int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    check(file, path);
    if (write(file, text, strlen(text)) != (ssize_t)strlen(text)) {
        fail(path);
    }
    close(file);
}

/// Everybody keeps their ids; root keeps all ids, so that boxes find theirs.
static void enterNamespaces(void) {
    static int entered = 0;
    if (entered++) {
        return;
    }
    const uid_t user = geteuid();
    const gid_t group = getegid();
    char map[64];
    if (user == 0) {
        // Ids are mapped by a process outside.
        int ready[2];
        check(pipe(ready), "pipe");
        const pid_t self = getpid();
        const pid_t mapper = fork();
        check(mapper, "fork");
        if (mapper == 0) {
            char byte;
            if (read(ready[0], &byte, 1) != 1) {
                _exit(1);
            }
            snprintf(map, sizeof map, "/proc/%d/uid_map", self);
            writeFile(map, "0 0 4294967295");
            snprintf(map, sizeof map, "/proc/%d/gid_map", self);
            writeFile(map, "0 0 4294967295");
            _exit(0);
        }
        check(unshare(CLONE_NEWUSER | CLONE_NEWNS), "unshare");
        check(write(ready[1], "m", 1) == 1 ? 0 : -1, "write");
        int status = 0;
        check(waitpid(mapper, &status, 0) == mapper && status == 0 ? 0 : -1, "map ids");
        close(ready[0]);
        close(ready[1]);
    } else {
        check(unshare(CLONE_NEWUSER | CLONE_NEWNS), "unshare");
        writeFile("/proc/self/setgroups", "deny");
        snprintf(map, sizeof map, "%u %u 1", user, user);
        writeFile("/proc/self/uid_map", map);
        snprintf(map, sizeof map, "%u %u 1", group, group);
        writeFile("/proc/self/gid_map", map);
    }
    check(mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL), "make mounts private");
}

static void setPolicy(const char* file) {
    enterNamespaces();
    check(mount("hindered", "/etc/xdg", "tmpfs", 0, "mode=755"), "mount /etc/xdg");
    check(mkdir("/etc/xdg/grindstone", 0755), "mkdir");
    check(mkdir("/etc/xdg/grindstone/policy.d", 0755), "mkdir");
    writeFile("/etc/xdg/grindstone/policy.d/10-policy.json", "");
    check(mount(file, "/etc/xdg/grindstone/policy.d/10-policy.json", NULL, MS_BIND, NULL), file);
}

static void loadFilter(struct sock_filter* filter, unsigned short length, unsigned flags) {
    const struct sock_fprog program = {length, filter};
    check(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs");
    const long listener = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &program);
    check((int)listener, "seccomp");
    if (flags != 0) {
        fcntl((int)listener, F_SETFD, 0); // it must live on in the program
    }
}

/// Refuses the call; where `flag` isn't 0, only with that flag in its first argument.
static void refuse(int call, unsigned flag, int error) {
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)call, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, flag, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (unsigned)error),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    if (flag == 0) {
        filter[3] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (unsigned)error);
    }
    loadFilter(filter, sizeof filter / sizeof *filter, 0);
}

static void listenToAll(void) {
    struct sock_filter filter[] = {BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    loadFilter(filter, 1, SECCOMP_FILTER_FLAG_NEW_LISTENER);
}

static void hinder(const char* how) {
    if (strcmp(how, "no-user-namespaces") == 0) {
        enterNamespaces();
        writeFile("/proc/sys/user/max_user_namespaces", "0");
    } else if (strcmp(how, "covered-proc") == 0) {
        enterNamespaces();
        check(mount("hindered", "/proc/irq", "tmpfs", 0, NULL), "cover /proc/irq");
    } else if (strcmp(how, "filtered") == 0) {
        refuse(SYS_clone, CLONE_NEWUSER, EPERM);
    } else if (strcmp(how, "no-landlock") == 0) {
        refuse(SYS_landlock_create_ruleset, 0, ENOSYS);
    } else if (strcmp(how, "landlock-off") == 0) {
        refuse(SYS_landlock_create_ruleset, 0, EOPNOTSUPP);
    } else if (strcmp(how, "another-listener") == 0) {
        listenToAll();
    } else if (strncmp(how, "policy=", 7) == 0) {
        setPolicy(how + 7);
    } else {
        errno = EINVAL;
        fail(how);
    }
}

int main(int count, char** arguments) {
    if (count < 3) {
        errno = EINVAL;
        fail("usage: hindered HINDRANCE PROGRAM");
    }
    for (char* how = strtok(arguments[1], ","); how != NULL; how = strtok(NULL, ",")) {
        hinder(how);
    }
    execvp(arguments[2], arguments + 2);
    fail(arguments[2]);
}
