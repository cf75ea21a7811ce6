// SPDX-License-Identifier: GPL-3.0-or-later
//
// A deny-list: lists of what is allowed rot with each C library. What it denies fails with EPERM, by way of a
// notification that lets the run's init name the call; what runtimes merely try, without need, fails with ENOSYS and
// untold, as on a kernel that doesn't know it. Calls of a foreign architecture kill. Each rule has its reason.
#include "sandbox/helper/seccomp_policy.h"

#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/denied_calls.h"

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

constexpr unsigned KeyArgument = 5;
/// Where clone has the thread's own storage, which is unused without CLONE_SETTLS; see ChildStack.
#if defined(__x86_64__)
constexpr unsigned KeyArgumentOfClone = 4;
#elif defined(__aarch64__) || defined(__riscv)
constexpr unsigned KeyArgumentOfClone = 3;
#else
#error "Look up the order of clone's arguments on this architecture (clone(2)), also that its flags come first."
#endif

using Comparisons = std::span<const scmp_arg_cmp>;

/// A call that this architecture doesn't have needs no rule; a name that nobody knows is a mistake.
bool deny(const Context& context, std::uint32_t action, const DeniedCall& denied, Comparisons when = {}) {
    const int known = seccomp_syscall_resolve_name(denied.name);
    const int call = known == __NR_SCMP_ERROR ? denied.number : known;
    if (call < 0) {
        return call != NoNumber;
    }
    return seccomp_rule_add_array(context.get(), action, call, static_cast<unsigned>(when.size()), when.data()) == 0;
}

bool denyAll(const Context& context, std::uint32_t action, std::span<const DeniedCall> calls, Comparisons when = {}) {
    return std::ranges::all_of(calls, [&](const DeniedCall& call) { return deny(context, action, call, when); });
}

/// Names the refused call to whoever listens.
constexpr std::uint32_t Refuse = SCMP_ACT_NOTIFY;

bool refuseIf(const Context& context, const char* name, const scmp_arg_cmp& comparison) {
    return deny(context, Refuse, {name, ""}, {&comparison, 1});
}

/// By the 32 bits of an argument that the kernel looks at.
bool refuseValue(const Context& context, const char* name, unsigned argument, std::uint64_t value,
                 std::uint64_t mask = 0xffffffff) {
    return refuseIf(context, name, SCMP_CMP64(argument, SCMP_CMP_MASKED_EQ, mask, value));
}

bool denyNamespaces(const Context& context, const CallKey& key) {
    return std::ranges::all_of(NamespaceFlags, [&](std::uint64_t flag) {
        // A new namespace brings new capabilities. (CLONE_NEWTIME exists for clone3 and unshare only.)
        const std::array wanted{SCMP_A0(SCMP_CMP_MASKED_EQ, flag, flag),
                                SCMP_CMP(KeyArgumentOfClone, SCMP_CMP_NE, key.value())};
        const bool keyed = (flag & KeyedFlags) != 0;
        return deny(context, Refuse, {"clone", ""}, Comparisons(wanted).first(keyed ? 2 : 1));
    });
}

/// Priorities of all but the calling process: 0 also stands for its user, whose are those of a whole desktop where no
/// namespace hides them, and for its group, which it may have chosen to be its init's.
bool denyPriorities(const Context& context) {
    constexpr int DiskPriorityOfProcess = 1; // IOPRIO_WHO_PROCESS, whose header isn't everywhere
    const scmp_arg_cmp other = SCMP_A1(SCMP_CMP_NE, 0);
    return refuseIf(context, "setpriority", SCMP_A0(SCMP_CMP_NE, PRIO_PROCESS)) &&
           refuseIf(context, "setpriority", other) &&
           refuseIf(context, "ioprio_set", SCMP_A0(SCMP_CMP_NE, DiskPriorityOfProcess)) &&
           refuseIf(context, "ioprio_set", other);
}

/// How others are scheduled. Runtimes ask for the ordinary policy, which every thread here has, for a thread that they
/// just started (Mono writes a complaint into the program's own output when it is refused): they are told that it is
/// so, and nothing is done.
bool denyPolicies(const Context& context) {
    const scmp_arg_cmp other = SCMP_A0(SCMP_CMP_NE, 0);
    const std::array special{other, SCMP_A1(SCMP_CMP_NE, SCHED_OTHER)};
    const std::array ordinary{other, SCMP_A1(SCMP_CMP_EQ, SCHED_OTHER)};
    return deny(context, Refuse, {"sched_setscheduler", ""}, special) &&
           deny(context, SCMP_ACT_ERRNO(0), {"sched_setscheduler", ""}, ordinary);
}

/// A datagram can be sent to any socket that has a name, without connect().
bool denyDatagrams(const Context& context) {
    constexpr std::uint64_t TypeMask = 0xf;
    return refuseValue(context, "socketpair", 1, SOCK_DGRAM, TypeMask) &&
           refuseValue(context, "socketpair", 1, SOCK_RAW, TypeMask);
}

bool denyArgumentRules(const Context& context) {
    const bool others = std::ranges::all_of(
        OwnProcessOnly, [&](const char* name) { return refuseIf(context, name, SCMP_A0(SCMP_CMP_NE, 0)); });
    // No network stack of any family; pairs and named sockets inside the box stay. A pair's family, too, is set up (and
    // its kernel module loaded) before the kernel says that it knows no pairs.
    const scmp_arg_cmp notUnix = SCMP_A0(SCMP_CMP_NE, AF_UNIX);
    return others && refuseIf(context, "socket", notUnix) && refuseIf(context, "socketpair", notUnix) &&
           denyPriorities(context) && denyPolicies(context) &&
           // A core of one's own: its other hyperthread idles meanwhile, whoever's it is.
           refuseValue(context, "prctl", 0, PR_SCHED_CORE) &&
           // Typing into somebody's terminal.
           refuseValue(context, "ioctl", 1, TIOCSTI) && refuseValue(context, "ioctl", 1, TIOCLINUX);
}

/// Without a cgroup nobody counts the memory of files that no process has mapped.
bool denyUncounted(const Context& context, Isolation isolation, Comparisons withoutKey) {
    return (isolation == Isolation::None || denyAll(context, Refuse, WithoutCgroup)) &&
           denyAll(context, SCMP_ACT_ERRNO(ENOSYS), UnknownWithoutCgroup, withoutKey);
}

bool addRules(const Context& context, Isolation isolation, Counting memory, const CallKey& key) {
    const std::array withoutKey{SCMP_CMP(KeyArgument, SCMP_CMP_NE, key.value())};
    return seccomp_attr_set(context.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2) == 0 &&
           seccomp_attr_set(context.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 &&
           denyAll(context, Refuse, DeniedCalls) && denyAll(context, SCMP_ACT_ERRNO(ENOSYS), UnknownCalls) &&
           denyAll(context, Refuse, KeyedCalls, withoutKey) && denyNamespaces(context, key) &&
           (isolation == Isolation::Namespaces ||
            (denyAll(context, Refuse, WithoutNamespaces, withoutKey) && denyDatagrams(context))) &&
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
