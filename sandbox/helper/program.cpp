// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/program.h"

#include "sandbox/base/sys.h"
#include "sandbox/helper/privileges.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/personality.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>

namespace grindstone::sandbox::helper {

namespace {

/// Nobody sees this exit status: failure() says more.
constexpr int FailedToStart = 127;

void raise(const UniqueFd& event) {
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(event.get(), &one, sizeof one);
}

void await(const UniqueFd& event) {
    std::uint64_t count = 0;
    retryInterrupted([&] { return ::read(event.get(), &count, sizeof count); });
}

/// The helper's own ways with signals: it ignores one, and blocks another. Nothing else is changed from the start.
void resetSignals() {
    ::signal(SIGPIPE, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// So that kill(0, …) is not for init, too. A session is dearer, and needed where Landlock keeps nobody from writing to
/// /proc/self/autogroup: who gives a share of CPU time away there gives it away for the whole session.
Prepared<> leaveGroupOfInit() {
    STEP("start a process group", landlockRestricts() ? ::setpgid(0, 0) : ::setsid());
    return {};
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
    PREPARE(leaveGroupOfInit());
    STEP("enter /work", ::chdir(m_setup.workFolder.c_str()));
    resetSignals();
    STEP("reset the personality", ::personality(PER_LINUX)); // Whoever started the judge may have chosen another.
    if (m_setup.identity) {
        PREPARE(becomeHostUser(*m_setup.identity));
    }
    PREPARE(setFixedResourceLimits());
    PREPARE(dropCapabilities());
    return restrictWithLandlock(m_setup.files);
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
