// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/program.h"

#include "sandbox/base/sys.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/close_range.h>
#include <linux/securebits.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>

namespace grindstone::sandbox::helper {

namespace {

/// Kept low so that it isn't taken for a foreign program's exit status by a reader of this code: nobody sees it.
constexpr int FailedToStart = 127;

void raise(const UniqueFd& event) {
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(event.get(), &one, sizeof one);
}

void await(const UniqueFd& event) {
    std::uint64_t count = 0;
    retryInterrupted([&] { return ::read(event.get(), &count, sizeof count); });
}

Prepared<> dropPrivileges() {
    constexpr unsigned long Locked = SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_SETUID_FIXUP |
                                     SECBIT_NO_SETUID_FIXUP_LOCKED | SECBIT_KEEP_CAPS_LOCKED |
                                     SECBIT_NO_CAP_AMBIENT_RAISE | SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED;
    STEP("lock secure bits", ::prctl(PR_SET_SECUREBITS, Locked));
    STEP("clear ambient capabilities", ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0));
    for (int capability = 0; ::prctl(PR_CAPBSET_READ, capability) >= 0; ++capability) {
        STEP("drop a bounding capability", ::prctl(PR_CAPBSET_DROP, capability));
    }
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct none[2]{};
    STEP("drop capabilities", ::syscall(SYS_capset, &header, none));
    return {};
}

/// Only whoever has capabilities over its namespace has any to drop; an ordinary user outside of one has none, and
/// without no_new_privs could get none.
Prepared<> loseEveryPrivilege(const ProgramSetup& setup) {
    if (setup.identity) {
        PREPARE(becomeHostUser(*setup.identity));
    }
    if (!setup.identity || !setup.identity->own) {
        PREPARE(dropPrivileges());
    }
    STEP("set no_new_privs", ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
    return {};
}

/// Signals as a program expects them: nothing blocked, nothing ignored.
void resetSignals() {
    for (int signal = 1; signal < NSIG; ++signal) {
        ::signal(signal, SIG_DFL);
    }
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

} // namespace

Prepared<> Program::start(ChildStack& stack, int childSignals) {
    m_ready.reset(::eventfd(0, EFD_CLOEXEC));
    m_go.reset(::eventfd(0, EFD_CLOEXEC));
    m_nothing.reset(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    STEP("make events", m_ready.get() < 0 ? -1 : m_go.get());
    STEP("open /dev/null", m_nothing.get());
    m_pid = stack.start(CLONE_FILES, m_body);
    STEP("start the program's process", m_pid);
    pollfd news[] = {{m_ready.get(), POLLIN, 0}, {childSignals, POLLIN, 0}};
    retryInterrupted([&] { return ::poll(news, 2, -1); });
    if (m_failure) {
        return tl::unexpected<SetupFailure>(*m_failure);
    }
    if (news[0].revents == 0) {
        errno = ECHILD;
        return failedStep("keep the program's process alive");
    }
    return {};
}

void Program::go(const ProgramOrder& order) {
    m_order = order;
    raise(m_go);
}

/// The child's whole life before foreign code.
int Program::becomeForeign() {
    if (const auto prepared = prepare(); !prepared) {
        m_failure = prepared.error();
        raise(m_ready);
        return FailedToStart;
    }
    raise(m_ready);
    await(m_go);
    m_failure = launch().error();
    m_tookOver = true;
    return FailedToStart;
}

Prepared<> Program::prepare() {
    if (m_setup.cgroup != nullptr) {
        PREPARE(m_setup.cgroup->enter());
    }
    STEP("start a session", ::setsid());
    STEP("enter /work", ::chdir(m_setup.workFolder.c_str()));
    resetSignals();
    PREPARE(loseEveryPrivilege(m_setup));
    PREPARE(restrictWithLandlock(m_setup.files));
    const auto listener = m_setup.policy->load();
    PREPARE(listener);
    m_listener = *listener;
    return {};
}

/// No heap from here on: init may be using it.
Prepared<> Program::launch() const {
    // From here on the table is this process's own; what it doesn't need goes when the program starts.
    STEP("close inherited descriptors", ::syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_UNSHARE | CLOSE_RANGE_CLOEXEC));
    m_tookOver = true;
    PREPARE(wireStreams());
    PREPARE(setResourceLimits(m_order.limits));
    ::execve(m_order.arguments[0], m_order.arguments, m_order.environment);
    return failedStep("start the program");
}

Prepared<> Program::wireStreams() const {
    const int input = m_order.standardInput >= 0 ? m_order.standardInput : m_nothing.get();
    STEP("wire stdin", ::dup2(input, STDIN_FILENO));
    STEP("wire stdout", ::dup2(m_order.standardOutput, STDOUT_FILENO));
    STEP("wire stderr", ::dup2(m_order.standardError, STDERR_FILENO));
    return {};
}

} // namespace grindstone::sandbox::helper
