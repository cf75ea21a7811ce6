// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"
#include "sandbox/base/unique_fd.h"

#include <sys/types.h>

namespace grindstone::sandbox {

/// A started helper program and our end of its socket. The helper ends when that end closes; the destructor closes it
/// and waits for that, so that no zombie is left of a helper that was killed either.
class HelperProcess {
public:
    HelperProcess(pid_t pid, UniqueFd socket) : m_pid(pid), m_socket(std::move(socket)) {}
    HelperProcess(HelperProcess&& other) noexcept
        : m_pid(std::exchange(other.m_pid, -1)), m_socket(std::move(other.m_socket)) {}
    HelperProcess& operator=(HelperProcess&&) = delete;
    ~HelperProcess();

    pid_t pid() const { return m_pid; }
    int socket() const { return m_socket.get(); }
    /// True once the helper has ended. Asks the kernel, so a moment later the answer may be another.
    bool hasEnded() const;

private:
    pid_t m_pid;
    UniqueFd m_socket;
};

/// Starts the program at `path`, which then waits for Begin. Fails with "sandbox.helper-missing" where it can't be
/// started, or "sandbox.helper-failed".
Result<HelperProcess> startHelper(const std::string& path);

} // namespace grindstone::sandbox
