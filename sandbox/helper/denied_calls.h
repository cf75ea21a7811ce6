// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sched.h>

#include <array>
#include <cstdint>

namespace grindstone::sandbox::helper {

constexpr int NoNumber = -1;

/// The tables of the filter, each call with its reason; seccomp_policy.cpp tells how they are used.
struct DeniedCall {
    const char* name;
    const char* reason;
    int number = NoNumber; ///< where libseccomp may not know the call yet; the same on every architecture
};

inline constexpr DeniedCall DeniedCalls[] = {
    {"add_key", "keyrings outlive the run and are shared by uid"},
    {"keyctl", "keyrings outlive the run and are shared by uid"},
    {"request_key", "keyrings outlive the run and are shared by uid"},
    {"io_setup", "takes of what the machine has in all for everybody's asynchronous input and output"},
    {"io_uring_setup", "does its work past this filter"},
    {"io_uring_enter", "does its work past this filter"},
    {"io_uring_register", "does its work past this filter"},
    {"ptrace", "reads and steers other processes"},
    {"process_vm_readv", "reads other processes"},
    {"process_vm_writev", "writes other processes"},
    {"process_madvise", "acts on other processes"},
    {"pidfd_getfd", "takes other processes' descriptors"},
    {"kcmp", "looks into other processes"},
    {"userfaultfd", "stalls the kernel in page faults; the tool of many exploits"},
    {"bpf", "loads programs into the kernel"},
    {"perf_event_open", "observes the machine"},
    {"pivot_root", "changes the view of the file system"},
    {"chroot", "changes the view of the file system"},
    {"open_tree", "changes the view of the file system"},
    {"move_mount", "changes the view of the file system"},
    {"fsopen", "changes the view of the file system"},
    {"fsconfig", "changes the view of the file system"},
    {"fsmount", "changes the view of the file system"},
    {"fspick", "changes the view of the file system"},
    {"open_tree_attr", "changes the view of the file system", 467},
    {"fanotify_init", "watches the file system"},
    {"unshare", "new namespaces bring new capabilities"},
    {"setns", "enters other namespaces"},
    {"kexec_load", "replaces the kernel"},
    {"kexec_file_load", "replaces the kernel"},
    {"init_module", "loads kernel modules"},
    {"finit_module", "loads kernel modules"},
    {"delete_module", "unloads kernel modules"},
    {"swapon", "administers the machine"},
    {"swapoff", "administers the machine"},
    {"reboot", "administers the machine"},
    {"acct", "administers the machine"},
    {"quotactl", "administers the machine"},
    {"quotactl_fd", "administers the machine", 443},
    {"sync", "keeps the machine's disks busy on behalf of everybody"},
    {"syncfs", "keeps the machine's disks busy on behalf of everybody"},
    {"syslog", "reads the kernel's log"},
    {"sethostname", "administers the machine"},
    {"setdomainname", "administers the machine"},
    {"settimeofday", "sets clocks"},
    {"clock_settime", "sets clocks"},
    {"adjtimex", "sets clocks"},
    {"clock_adjtime", "sets clocks"},
    {"name_to_handle_at", "reaches files past their folders"},
    {"open_by_handle_at", "reaches files past their folders"},
    {"lookup_dcookie", "reaches files past their folders"},
    {"ioperm", "touches hardware"},
    {"iopl", "touches hardware"},
    {"vhangup", "acts on the terminal"},
    {"mbind", "old holes; no use in a judge"},
    {"migrate_pages", "acts on other processes"},
    {"move_pages", "acts on other processes"},
};

/// Denied to all but those who have the key (see CallKey), which a call like these has room for in its sixth argument.
inline constexpr DeniedCall KeyedCalls[] = {
    {"mount", "changes the view of the file system"},
    {"umount2", "changes the view of the file system"},
    {"mount_setattr", "changes the view of the file system"},
    {"sched_setaffinity", "a run has one CPU, for fair times"},
};
/// The new namespaces that keepers make for a run, with the key.
constexpr std::uint64_t KeyedFlags = CLONE_NEWIPC | CLONE_NEWPID;

/// Fail as on a kernel without them. Runtimes try these and then go another way.
inline constexpr DeniedCall UnknownCalls[] = {
    {"clone3", "its flags lie in memory, out of a filter's sight; the C library falls back to clone"},
};

/// Memory that no process need have mapped, which only a cgroup counts. memfd_create fails as on an old kernel, but for
/// those who have the key.
inline constexpr DeniedCall WithoutCgroup[] = {
    {"shmget", "takes memory that nobody counts"},
};
inline constexpr DeniedCall UnknownWithoutCgroup[] = {
    {"memfd_create", "takes memory that nobody counts"},
    {"memfd_secret", "takes memory that nobody counts"},
};

/// Denied where no namespace holds them, to all but those who have the key.
inline constexpr DeniedCall WithoutNamespaces[] = {
    {"shmget", "objects of System V outlive the run and are everybody's"},
    {"shmat", "objects of System V outlive the run and are everybody's"},
    {"shmctl", "objects of System V outlive the run and are everybody's"},
    {"semget", "objects of System V outlive the run and are everybody's"},
    {"semctl", "objects of System V outlive the run and are everybody's"},
    {"semop", "objects of System V outlive the run and are everybody's"},
    {"semtimedop", "objects of System V outlive the run and are everybody's"},
    {"msgget", "objects of System V outlive the run and are everybody's"},
    {"msgsnd", "objects of System V outlive the run and are everybody's"},
    {"msgrcv", "objects of System V outlive the run and are everybody's"},
    {"msgctl", "objects of System V outlive the run and are everybody's"},
    {"mq_open", "message queues outlive the run"},
    {"mq_unlink", "message queues outlive the run"},
    {"socket", "there is no network namespace: no socket at all"},
    {"connect", "there is no network namespace: no socket at all"},
    {"bind", "there is no network namespace: no socket at all"},
    {"inotify_add_watch", "watches what the person does with files"},
    // Landlock looks at none of these, and the files of an ordinary user's home are the program's own.
    {"chmod", "changes a file's rights wherever it lies"},
    {"fchmod", "changes a file's rights wherever it lies"},
    {"fchmodat", "changes a file's rights wherever it lies"},
    {"fchmodat2", "changes a file's rights wherever it lies", 452},
    {"chown", "changes a file's owner wherever it lies"},
    {"fchown", "changes a file's owner wherever it lies"},
    {"lchown", "changes a file's owner wherever it lies"},
    {"fchownat", "changes a file's owner wherever it lies"},
    {"utime", "changes a file's times wherever it lies"},
    {"utimes", "changes a file's times wherever it lies"},
    {"futimesat", "changes a file's times wherever it lies"},
    {"utimensat", "changes a file's times wherever it lies"},
    {"setxattr", "changes a file's attributes wherever it lies"},
    {"lsetxattr", "changes a file's attributes wherever it lies"},
    {"fsetxattr", "changes a file's attributes wherever it lies"},
    {"setxattrat", "changes a file's attributes wherever it lies", 463},
    {"removexattr", "changes a file's attributes wherever it lies"},
    {"lremovexattr", "changes a file's attributes wherever it lies"},
    {"fremovexattr", "changes a file's attributes wherever it lies"},
    {"removexattrat", "changes a file's attributes wherever it lies", 466},
    {"file_setattr", "changes a file's attributes wherever it lies", 469},
};

/// Calls whose first argument names a process: only the caller itself (0).
inline constexpr const char* OwnProcessOnly[] = {"prlimit64", "sched_setparam", "sched_setattr"};

inline constexpr std::array<std::uint64_t, 7> NamespaceFlags{CLONE_NEWNS,   CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC,
                                                             CLONE_NEWUSER, CLONE_NEWPID,    CLONE_NEWNET};

} // namespace grindstone::sandbox::helper
