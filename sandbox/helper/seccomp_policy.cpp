// SPDX-License-Identifier: GPL-3.0-or-later
//
// A deny-list: lists of what is allowed rot with each C library. What it denies fails with EPERM, by way of a
// notification that lets the run's init name the call; what runtimes merely try, without need, fails with ENOSYS and
// untold, as on a kernel that doesn't know it. Calls of a foreign architecture kill. Each rule has its reason.
#include "sandbox/helper/seccomp_policy.h"

#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>
#include <span>

namespace grindstone::sandbox::helper {

namespace {

using Context = std::unique_ptr<void, decltype(&seccomp_release)>;

struct DeniedCall {
    const char* name;
    const char* reason;
};

constexpr DeniedCall DeniedCalls[] = {
    {"add_key", "keyrings outlive the run and are shared by uid"},
    {"keyctl", "keyrings outlive the run and are shared by uid"},
    {"request_key", "keyrings outlive the run and are shared by uid"},
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
    {"quotactl_fd", "administers the machine"},
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
constexpr DeniedCall KeyedCalls[] = {
    {"mount", "changes the view of the file system"},
    {"umount2", "changes the view of the file system"},
    {"mount_setattr", "changes the view of the file system"},
    {"sched_setaffinity", "a run has one CPU, for fair times"},
};
constexpr unsigned KeyArgument = 5;
/// Where clone has the thread's own storage, which is unused without CLONE_SETTLS; see ChildStack.
#if defined(__x86_64__)
constexpr unsigned KeyArgumentOfClone = 4;
#else
constexpr unsigned KeyArgumentOfClone = 3;
#endif
/// What keepers make for a run.
constexpr std::uint64_t KeyedFlags = CLONE_NEWIPC | CLONE_NEWPID;

/// Fail as on a kernel without them. Runtimes try these and then go another way.
constexpr DeniedCall UnknownCalls[] = {
    {"clone3", "its flags lie in memory, out of a filter's sight; the C library falls back to clone"},
};

/// Memory that no process need have mapped, which only a cgroup counts. memfd_create fails as on an old kernel.
constexpr DeniedCall WithoutCgroup[] = {
    {"shmget", "takes memory that nobody counts"},
};
constexpr DeniedCall UnknownWithoutCgroup[] = {
    {"memfd_create", "takes memory that nobody counts"},
    {"memfd_secret", "takes memory that nobody counts"},
};

/// Denied where no namespace holds them.
constexpr DeniedCall WithoutNamespaces[] = {
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
};

/// Calls whose first argument names a process: only the caller itself (0).
constexpr const char* OwnProcessOnly[] = {"prlimit64", "sched_setscheduler", "sched_setparam", "sched_setattr"};

constexpr std::array<std::uint64_t, 7> NamespaceFlags{CLONE_NEWNS,   CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC,
                                                      CLONE_NEWUSER, CLONE_NEWPID,    CLONE_NEWNET};

/// A call that this architecture doesn't have needs no rule.
bool deny(const Context& context, std::uint32_t action, const char* name, std::span<const scmp_arg_cmp> when = {}) {
    const int call = seccomp_syscall_resolve_name(name);
    if (call < 0) {
        return true;
    }
    return seccomp_rule_add_array(context.get(), action, call, static_cast<unsigned>(when.size()), when.data()) == 0;
}

/// Names the refused call to whoever listens.
constexpr std::uint32_t Refuse = SCMP_ACT_NOTIFY;

bool denyAll(const Context& context, std::uint32_t action, std::span<const DeniedCall> calls,
             std::span<const scmp_arg_cmp> when = {}) {
    return std::ranges::all_of(calls, [&](const DeniedCall& call) { return deny(context, action, call.name, when); });
}

bool denyNamespaces(const Context& context, const CallKey& key) {
    return std::ranges::all_of(NamespaceFlags, [&](std::uint64_t flag) {
        // A new namespace brings new capabilities. (CLONE_NEWTIME exists for clone3 and unshare only.)
        const std::array wanted{SCMP_A0(SCMP_CMP_MASKED_EQ, flag, flag),
                                SCMP_CMP(KeyArgumentOfClone, SCMP_CMP_NE, key.value())};
        const bool keyed = (flag & KeyedFlags) != 0;
        return deny(context, Refuse, "clone", std::span(wanted).first(keyed ? 2 : 1));
    });
}

/// Priorities of all but the calling process: where no namespace hides them, a user's are those of a whole desktop.
bool denyPriorities(const Context& context) {
    constexpr int DiskPriorityOfProcess = 1; // IOPRIO_WHO_PROCESS, whose header isn't everywhere
    const std::array group{SCMP_A0(SCMP_CMP_NE, PRIO_PROCESS)};
    const std::array groupAtDisk{SCMP_A0(SCMP_CMP_NE, DiskPriorityOfProcess)};
    const std::array other{SCMP_A1(SCMP_CMP_NE, 0)};
    return deny(context, Refuse, "setpriority", group) && deny(context, Refuse, "setpriority", other) &&
           deny(context, Refuse, "ioprio_set", groupAtDisk) && deny(context, Refuse, "ioprio_set", other);
}

bool denyArgumentRules(const Context& context) {
    // No network stack of any family; pairs and named sockets inside the box stay.
    const std::array notUnix{SCMP_A0(SCMP_CMP_NE, AF_UNIX)};
    // A pair's family, too, is set up (and its kernel module loaded) before the kernel says that it knows no pairs.
    bool ok = deny(context, Refuse, "socket", notUnix) && deny(context, Refuse, "socketpair", notUnix);
    for (const char* name : OwnProcessOnly) {
        const std::array other{SCMP_A0(SCMP_CMP_NE, 0)};
        ok = ok && deny(context, Refuse, name, other);
    }
    ok = ok && denyPriorities(context);
    // A core of one's own: its other hyperthread idles meanwhile, whoever's it is.
    const std::array coreOfItsOwn{SCMP_A0(SCMP_CMP_MASKED_EQ, 0xffffffff, PR_SCHED_CORE)};
    ok = ok && deny(context, Refuse, "prctl", coreOfItsOwn);
    // Typing into somebody's terminal. The kernel looks at 32 bits of the request.
    for (const std::uint64_t request : {std::uint64_t{TIOCSTI}, std::uint64_t{TIOCLINUX}}) {
        const std::array typed{SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffff, request)};
        ok = ok && deny(context, Refuse, "ioctl", typed);
    }
    return ok;
}

/// Without a cgroup nobody counts the memory of files that no process has mapped.
bool denyUncounted(const Context& context, Isolation isolation, std::span<const scmp_arg_cmp> withoutKey) {
    return (isolation == Isolation::None || denyAll(context, Refuse, WithoutCgroup)) &&
           denyAll(context, SCMP_ACT_ERRNO(ENOSYS), UnknownWithoutCgroup, withoutKey);
}

bool addRules(const Context& context, Isolation isolation, Counting memory, const CallKey& key) {
    const std::array withoutKey{SCMP_CMP(KeyArgument, SCMP_CMP_NE, key.value())};
    return seccomp_attr_set(context.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2) == 0 &&
           seccomp_attr_set(context.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 &&
           denyAll(context, Refuse, DeniedCalls) && denyAll(context, SCMP_ACT_ERRNO(ENOSYS), UnknownCalls) &&
           denyAll(context, Refuse, KeyedCalls, withoutKey) && denyNamespaces(context, key) &&
           (isolation == Isolation::Namespaces || denyAll(context, Refuse, WithoutNamespaces)) &&
           (memory == Counting::ByCgroup || denyUncounted(context, isolation, withoutKey)) &&
           denyArgumentRules(context);
}

Prepared<std::vector<sock_filter>> exportProgram(const Context& context) {
    const UniqueFd memory(::memfd_create("seccomp", MFD_CLOEXEC));
    if (!memory || seccomp_export_bpf(context.get(), memory.get()) != 0) {
        return failedStep("export the system call filter");
    }
    const off_t size = ::lseek(memory.get(), 0, SEEK_END);
    std::vector<sock_filter> program(static_cast<std::size_t>(size) / sizeof(sock_filter));
    if (::pread(memory.get(), program.data(), static_cast<std::size_t>(size), 0) != size) {
        return failedStep("export the system call filter");
    }
    return program;
}

} // namespace

Prepared<SeccompPolicy> SeccompPolicy::compile(Isolation isolation, Counting memory) {
    const auto key = CallKey::draw();
    PREPARE(key);
    const Context context(seccomp_init(SCMP_ACT_ALLOW), seccomp_release);
    if (!context || !addRules(context, isolation, memory, *key)) {
        errno = EINVAL;
        return failedStep("compile the system call filter");
    }
    auto program = exportProgram(context);
    PREPARE(program);
    return SeccompPolicy(std::move(*program), *key);
}

Prepared<UniqueFd> SeccompPolicy::load() const {
    const sock_fprog program{static_cast<unsigned short>(m_program.size()), const_cast<sock_filter*>(m_program.data())};
    // Foreign programs share no address space with anybody whom they could spy on by speculation; without the flag,
    // older kernels slow them down on that account.
    constexpr unsigned long Flags = SECCOMP_FILTER_FLAG_NEW_LISTENER | SECCOMP_FILTER_FLAG_SPEC_ALLOW;
    STEP("set no_new_privs", ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
    UniqueFd listener(static_cast<int>(::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, Flags, &program)));
    STEP("load the system call filter", listener.get());
    return listener;
}

} // namespace grindstone::sandbox::helper
