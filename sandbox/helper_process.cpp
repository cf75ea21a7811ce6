// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper_process.h"

#include "sandbox/base/sys.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace grindstone::sandbox {

namespace {

constexpr int HelperSocket = 3;

#ifdef __SANITIZE_ADDRESS__
/// What the sanitizers find in the helper shall be seen, and make a test fail.
bool helperMaySpeak() {
    return ::fcntl(STDERR_FILENO, F_GETFD) == 0;
}
#else
constexpr bool helperMaySpeak() {
    return false;
}
#endif

/// The attributes of the helper's start: a session of its own, so that Ctrl+C in the terminal is ours to handle, and
/// no signal blocked or ignored.
class SpawnPlan {
public:
    explicit SpawnPlan(int socket) {
        ::posix_spawn_file_actions_init(&m_actions);
        // First, since the socket itself may have one of the numbers below in a process without standard streams.
        ::posix_spawn_file_actions_adddup2(&m_actions, socket, HelperSocket);
        ::posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_addopen(&m_actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        if (!helperMaySpeak()) {
            ::posix_spawn_file_actions_addopen(&m_actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        }
        ::posix_spawn_file_actions_addclosefrom_np(&m_actions, HelperSocket + 1);
        ::posix_spawnattr_init(&m_attributes);
        sigset_t signals;
        sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&m_attributes, &signals);
        sigfillset(&signals);
        ::posix_spawnattr_setsigdefault(&m_attributes, &signals);
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnPlan() {
        ::posix_spawn_file_actions_destroy(&m_actions);
        ::posix_spawnattr_destroy(&m_attributes);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    int start(pid_t& pid, const std::string& program) {
        char* const arguments[] = {const_cast<char*>(program.c_str()), nullptr};
        char* const environment[] = {nullptr};
        return ::posix_spawn(&pid, program.c_str(), &m_actions, &m_attributes, arguments, environment);
    }

private:
    posix_spawn_file_actions_t m_actions;
    posix_spawnattr_t m_attributes;
};

} // namespace

HelperProcess::~HelperProcess() {
    m_socket.reset();
    if (m_pid > 0) {
        retryInterrupted([&] { return ::waitpid(m_pid, nullptr, 0); });
    }
}

/// Its end of the socket may outlive it for a moment in a child that it has just forked and that hasn't closed it yet.
bool HelperProcess::hasEnded() const {
    pollfd source{m_socket.get(), 0, 0};
    siginfo_t ended{};
    return ::poll(&source, 1, 0) > 0 ||
           (::waitid(P_PID, static_cast<id_t>(m_pid), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 &&
            ended.si_pid == m_pid);
}

Result<HelperProcess> startHelper(const std::string& path) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
        return fail(systemError("sandbox.helper-failed", "socketpair"));
    }
    UniqueFd ours(ends[0]);
    const UniqueFd theirs(ends[1]);
    pid_t pid = -1;
    if (const int error = SpawnPlan(theirs.get()).start(pid, path); error != 0) {
        return fail("sandbox.helper-missing", path + ": " + std::strerror(error));
    }
    return HelperProcess(pid, std::move(ours));
}

} // namespace grindstone::sandbox
