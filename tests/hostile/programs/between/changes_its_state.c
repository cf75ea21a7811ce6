// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: changes all that a process hands on to others, for the next run
// roles: changes then finds
// expect: exited 0
// output[changes]:
// output[finds]: folder work, umask 22
// output[finds]: alarm 0, files 1024, data all
// output[finds]: scheduler 0, priority 0, personality 0
// output[finds]: timer slack 50000, huge pages disabled 0, subreaper 0
// output[finds]: left nothing
// output[finds]: signals that are ignored, blocked or wait: 0
#include "hostile.h"

#include <libgen.h>
#include <sched.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>

static void change(void) {
    const struct rlimit few = {3, 3};
    const struct itimerval soon = {{0, 1000}, {0, 100000}};
    const struct sched_param none = {0};
    sigset_t all;
    sigfillset(&all);
    chdir("/");
    umask(0777);
    for (int number = 1; number < NSIG; ++number) {
        signal(number, SIG_IGN);
    }
    sigprocmask(SIG_BLOCK, &all, NULL);
    setitimer(ITIMER_REAL, &soon, NULL);
    setrlimit(RLIMIT_NOFILE, &few);
    setrlimit(RLIMIT_DATA, &few);
    sched_setscheduler(0, SCHED_IDLE, &none);
    setpriority(PRIO_PROCESS, 0, 19);
    personality(ADDR_NO_RANDOMIZE);
    prctl(PR_SET_TIMERSLACK, 1000000000);
    prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    setenv("LEFT", "by the last run", 1);
    kill(getpid(), SIGUSR1);
}

static void tellSignals(void) {
    sigset_t blocked;
    sigset_t waiting;
    int changed = 0;
    sigprocmask(SIG_BLOCK, NULL, &blocked);
    sigpending(&waiting);
    for (int number = 1; number < NSIG; ++number) {
        struct sigaction action = {0};
        sigaction(number, NULL, &action);
        changed +=
            sigismember(&blocked, number) == 1 || sigismember(&waiting, number) == 1 || action.sa_handler != SIG_DFL;
    }
    printf("signals that are ignored, blocked or wait: %d\n", changed);
}

static void tell(void) {
    char folder[300] = "";
    struct rlimit files;
    struct rlimit data;
    int subreaper = 0;
    getrlimit(RLIMIT_NOFILE, &files);
    getrlimit(RLIMIT_DATA, &data);
    prctl(PR_GET_CHILD_SUBREAPER, &subreaper);
    getcwd(folder, sizeof folder);
    printf("folder %s, umask %o\n", basename(folder), umask(0));
    printf("alarm %u, files %ld, data %s\n", alarm(0), (long)files.rlim_cur,
           data.rlim_cur == RLIM_INFINITY ? "all" : "few");
    printf("scheduler %d, priority %d, personality %x\n", sched_getscheduler(0), getpriority(PRIO_PROCESS, 0),
           personality(0xffffffff));
    printf("timer slack %d, huge pages disabled %d, subreaper %d\n", prctl(PR_GET_TIMERSLACK),
           prctl(PR_GET_THP_DISABLE, 0, 0, 0, 0), subreaper);
    printf("left %s\n", getenv("LEFT") == NULL ? "nothing" : getenv("LEFT"));
    tellSignals();
}

int main(int count, char** words) {
    if (strcmp(words[1], "changes") == 0) {
        change();
    } else {
        tell();
    }
    return 0;
}
