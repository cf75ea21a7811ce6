// SPDX-License-Identifier: GPL-3.0-or-later
//
// The programs that the sandbox's tests run in boxes: `probe NAME [ARGUMENT]`. Static, so that nothing but it is
// needed in a box. An attempt that must fail prints "refused" and its errno's name when it does.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/perf_event.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static int report(long result) {
    if (result < 0) {
        printf("refused %s\n", strerrorname_np(errno));
        return 0;
    }
    printf("allowed %ld\n", result);
    return 1;
}

static void spin(void) {
    for (volatile unsigned long i = 0;; ++i) {
    }
}

static int sleepThenSpin(void) {
    struct timespec start, now;
    usleep(200000);
    clock_gettime(CLOCK_MONOTONIC, &start);
    do {
        clock_gettime(CLOCK_MONOTONIC, &now);
    } while ((now.tv_sec - start.tv_sec) * 1000000000L + now.tv_nsec - start.tv_nsec < 110000000);
    return 0;
}

static void* spinInThread(void* unused) {
    (void)unused;
    spin();
    return NULL;
}

static int waitForSpinningThread(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, spinInThread, NULL);
    return pthread_join(thread, NULL);
}

static void eat(unsigned long mebibytes) {
    for (unsigned long i = 0; i < mebibytes; ++i) {
        char* block = malloc(1 << 20);
        if (block == NULL) {
            exit(9);
        }
        memset(block, 1, 1 << 20);
    }
}

/// Children that only read what their parent has: the machine holds it once.
static int shareWithChildren(unsigned long mebibytes) {
    const size_t size = mebibytes << 20;
    char* block = malloc(size);
    memset(block, 1, size);
    for (int child = 0; child < 4; ++child) {
        if (fork() == 0) {
            volatile char sum = 0;
            for (size_t i = 0; i < size; i += 4096) {
                sum += block[i];
            }
            usleep(100000);
            _exit(0);
        }
    }
    while (wait(NULL) > 0) {
    }
    return 0;
}

/// A byte of each mebibyte of a file.
static int skim(const char* path) {
    struct stat status;
    const int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &status) != 0) {
        return 9;
    }
    volatile const char* bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    int sum = 0;
    for (off_t at = 0; at < status.st_size; at += 1 << 20) {
        sum += bytes[at];
    }
    return sum == 0 ? 0 : 1;
}

static void flood(int descriptor) {
    static char block[1 << 16];
    memset(block, 'x', sizeof block);
    while (write(descriptor, block, sizeof block) > 0) {
    }
}

static void forkBomb(void) {
    while (1) {
        fork();
    }
}

/// A child whose time no wait() reports: the parent ignores SIGCHLD.
static int burnInUnwaitedChild(void) {
    signal(SIGCHLD, SIG_IGN);
    if (fork() == 0) {
        spin();
    }
    while (1) {
        pause();
    }
}

static int leaveDaemon(void) {
    if (fork() == 0) {
        setsid();
        if (fork() == 0) {
            sleep(1000);
        }
        _exit(0);
    }
    wait(NULL);
    return 0;
}

static int leaveTraces(void) {
    int made = 0;
    made += open("/tmp/trace", O_CREAT | O_WRONLY, 0600) >= 0;
    made += open("/dev/shm/trace", O_CREAT | O_WRONLY, 0600) >= 0;
    made += open("/work/trace", O_CREAT | O_WRONLY, 0600) >= 0;
    made += shmget(4711, 4096, IPC_CREAT | 0600) >= 0;
    printf("made %d\n", made);
    return 0;
}

static int findTraces(void) {
    int found = 0;
    found += access("/tmp/trace", F_OK) == 0;
    found += access("/dev/shm/trace", F_OK) == 0;
    found += access("/work/trace", F_OK) == 0;
    found += shmget(4711, 4096, 0600) >= 0;
    printf("found %d\n", found);
    return 0;
}

static int fillFileSpace(void) {
    static char block[1 << 16];
    const int file = open("/work/big", O_CREAT | O_WRONLY, 0600);
    long written = 0;
    signal(SIGXFSZ, SIG_IGN);
    for (ssize_t got = 0; (got = write(file, block, sizeof block)) > 0;) {
        written += got;
    }
    printf("%ld %s\n", written, strerrorname_np(errno));
    return 0;
}

static int writeThroughInput(void) {
    return report(open("/proc/self/fd/0", O_RDWR) < 0 ? -1 : write(open("/proc/self/fd/0", O_RDWR), "x", 1));
}

static int signalProof(void) {
    for (int number = 1; number < NSIG; ++number) {
        signal(number, SIG_IGN);
    }
    while (1) {
        pause();
    }
}

static int limits(void) {
    struct rlimit raised = {RLIM_INFINITY, RLIM_INFINITY};
    return report(setrlimit(RLIMIT_NPROC, &raised));
}

static int reopenStreams(void) {
    char line[100];
    if (freopen("/dev/stdin", "r", stdin) == NULL || freopen("/dev/stdout", "w", stdout) == NULL ||
        freopen("/dev/stderr", "w", stderr) == NULL || fgets(line, sizeof line, stdin) == NULL) {
        return 1;
    }
    fputs(line, stdout);
    fputs(line, stderr);
    return 0;
}

static int coreLimit(void) {
    struct rlimit limit = {0, 0};
    getrlimit(RLIMIT_CORE, &limit);
    printf("%lu %lu\n", (unsigned long)limit.rlim_cur, (unsigned long)limit.rlim_max);
    return 0;
}

/// The last of many refused calls must be refused as the first.
static int floodWithRefusals(void) {
    for (int i = 0; i < 10; ++i) {
        socket(AF_INET, SOCK_STREAM, 0);
    }
    for (int i = 0; i < 90; ++i) {
        ptrace(PTRACE_TRACEME, 0, 0, 0);
    }
    return report(socket(AF_INET, SOCK_STREAM, 0));
}

/// From many processes at once, of each of which the init's readings take account.
static int stormWithRefusals(void) {
    for (int child = 0; child < 40; ++child) {
        if (fork() == 0) {
            while (1) {
                socket(AF_INET, SOCK_STREAM, 0);
            }
        }
    }
    return pause();
}

static int openDescriptors(void) {
    for (int descriptor = 0; descriptor < 1024; ++descriptor) {
        if (fcntl(descriptor, F_GETFD) >= 0) {
            printf("%d ", descriptor);
        }
    }
    printf("\n");
    return 0;
}

static long attempt(const char* name, const char* argument) {
    char stack[1 << 14];
    struct perf_event_attr event = {.size = sizeof event};
    char typed = 'x';
    if (strcmp(name, "socket-inet") == 0) return socket(AF_INET, SOCK_STREAM, 0);
    if (strcmp(name, "socket-netlink") == 0) return socket(AF_NETLINK, SOCK_RAW, 0);
    if (strcmp(name, "socketpair-inet") == 0) return socketpair(AF_INET, SOCK_STREAM, 0, (int*)stack);
    if (strcmp(name, "socketpair-tipc") == 0) return socketpair(AF_TIPC, SOCK_SEQPACKET, 0, (int*)stack);
    if (strcmp(name, "socket-vsock") == 0) return socket(AF_VSOCK, SOCK_STREAM, 0);
    if (strcmp(name, "unshare-user") == 0) return unshare(CLONE_NEWUSER);
    if (strcmp(name, "clone-user") == 0) return syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0);
    if (strcmp(name, "clone3") == 0) return syscall(SYS_clone3, stack, sizeof stack);
    if (strcmp(name, "mount") == 0) return mount("x", "/tmp", "tmpfs", 0, NULL);
    if (strcmp(name, "umount-proc") == 0) return umount2("/proc", MNT_DETACH);
    if (strcmp(name, "chroot") == 0) return chroot("/tmp");
    if (strcmp(name, "ptrace") == 0) return ptrace(PTRACE_TRACEME, 0, 0, 0);
    if (strcmp(name, "bpf") == 0) return syscall(SYS_bpf, 0, stack, 16);
    if (strcmp(name, "perf") == 0) return syscall(SYS_perf_event_open, &event, 0, -1, -1, 0);
    if (strcmp(name, "keyctl") == 0) return syscall(SYS_keyctl, 0, -3, 0, 0, 0);
    if (strcmp(name, "io_uring") == 0) return syscall(SYS_io_uring_setup, 1, stack);
    if (strcmp(name, "userfaultfd") == 0) return syscall(SYS_userfaultfd, 0);
    if (strcmp(name, "tiocsti") == 0) return ioctl(0, TIOCSTI, &typed);
    if (strcmp(name, "setuid") == 0) return setuid(0);
    if (strcmp(name, "affinity") == 0) return sched_setaffinity(0, sizeof(cpu_set_t), (cpu_set_t*)stack);
    if (strcmp(name, "open") == 0) return open(argument, O_RDONLY);
    if (strcmp(name, "write") == 0) return open(argument, O_WRONLY | O_CREAT, 0600);
    if (strcmp(name, "kill-init") == 0) return kill(1, SIGKILL) == 0 && (sleep(1), kill(1, 0)) == 0 ? -1 : 0;
    fprintf(stderr, "no such probe: %s\n", name);
    exit(99);
}

int main(int count, char** words) {
    const char* name = count > 1 ? words[1] : "";
    const char* argument = count > 2 ? words[2] : "";
    if (strcmp(name, "exit") == 0) return atoi(argument);
    if (strcmp(name, "spin") == 0) spin();
    if (strcmp(name, "sleep-then-spin") == 0) return sleepThenSpin();
    if (strcmp(name, "spin-child") == 0) return burnInUnwaitedChild();
    if (strcmp(name, "spin-thread") == 0) return waitForSpinningThread();
    if (strcmp(name, "sleep") == 0) return (int)sleep(1000);
    if (strcmp(name, "eat") == 0) return eat(strtoul(argument, NULL, 10)), 0;
    if (strcmp(name, "eat-in-child") == 0) return fork() == 0 ? eat(100000), 0 : (int)sleep(1000);
    if (strcmp(name, "share") == 0) return shareWithChildren(strtoul(argument, NULL, 10));
    if (strcmp(name, "skim") == 0) return skim(argument);
    if (strcmp(name, "flood") == 0) return flood(atoi(argument)), 0;
    if (strcmp(name, "fork-bomb") == 0) forkBomb();
    if (strcmp(name, "daemon") == 0) return leaveDaemon();
    if (strcmp(name, "signal") == 0) return raise(atoi(argument));
    if (strcmp(name, "signal-proof") == 0) return signalProof();
    if (strcmp(name, "leave-traces") == 0) return leaveTraces();
    if (strcmp(name, "find-traces") == 0) return findTraces();
    if (strcmp(name, "fill") == 0) return fillFileSpace();
    if (strcmp(name, "write-through-input") == 0) return writeThroughInput();
    if (strcmp(name, "raise-limits") == 0) return limits();
    if (strcmp(name, "descriptors") == 0) return openDescriptors();
    if (strcmp(name, "kill-all") == 0) return (int)(kill(-1, SIGKILL), sleep(1));
    if (strcmp(name, "stop-parent") == 0) return (int)(kill(getppid(), SIGSTOP), 0);
    if (strcmp(name, "reopen-streams") == 0) return reopenStreams();
    if (strcmp(name, "refusal-flood") == 0) return floodWithRefusals();
    if (strcmp(name, "refusal-storm") == 0) return stormWithRefusals();
    if (strcmp(name, "cpu") == 0) return printf("%d\n", sched_getcpu()), 0;
    if (strcmp(name, "core-limit") == 0) return coreLimit();
    if (strcmp(name, "link-result") == 0) return symlink("/etc/passwd", "/work/result");
    if (strcmp(name, "fifo-result") == 0) return mkfifo("/work/result", 0600);
    if (strcmp(name, "result") == 0) {
        FILE* file = fopen("/work/result", "w");
        fputs(argument, file);
        return fclose(file);
    }
    if (strcmp(name, "copy") == 0) {
        for (int byte = 0; (byte = getchar()) != EOF;) {
            putchar(byte);
        }
        return 0;
    }
    return report(attempt(name, argument));
}
