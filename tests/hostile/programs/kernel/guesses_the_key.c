// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: makes calls that the box's own processes make with a key, with whatever it finds in its memory for a key
// expect: exited 0
// output: mount: refused EPERM
// output: umount: refused EPERM
// output: clone: refused EPERM
// blocked: mount
#include "hostile.h"

#include <elf.h>
#include <sched.h>
#include <sys/auxv.h>
#include <sys/mount.h>

extern char** environ;

static long mountWith(unsigned long key) {
    return syscall(SYS_mount, "none", "/tmp", "tmpfs", 0L, "", key);
}

static long umountWith(unsigned long key) {
    return syscall(SYS_umount2, "/tmp", MNT_DETACH, 0L, 0L, 0L, key);
}

static long cloneWith(unsigned long key) {
    const long child = syscall(SYS_clone, CLONE_NEWPID | SIGCHLD, 0L, 0L, 0L, key, key);
    if (child == 0) {
        _exit(0);
    }
    return child;
}

/// The result of the first attempt that isn't refused; of the last one otherwise.
static long tryAll(long (*attempt)(unsigned long)) {
    const unsigned long* random = (const unsigned long*)getauxval(AT_RANDOM);
    const unsigned long guesses[] = {0, ~0UL, random[0], random[1], getauxval(AT_SYSINFO_EHDR), getauxval(AT_BASE)};
    long result = -1;
    for (size_t i = 0; i < sizeof guesses / sizeof *guesses && result < 0; ++i) {
        result = attempt(guesses[i]);
    }
    // Behind the environment lies what the kernel put there at the start.
    const unsigned long* words = (const unsigned long*)environ;
    for (size_t i = 0; i < 60 && result < 0; ++i) {
        result = attempt(words[i]);
    }
    return result;
}

int main(void) {
    report("mount", tryAll(mountWith));
    report("umount", tryAll(umountWith));
    report("clone", tryAll(cloneWith));
    return 0;
}
