// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/bench/plain_process.h"

#include "sandbox/base/sys.h"

#include <sys/wait.h>
#include <unistd.h>

namespace grindstone::sandbox::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int CannotStart = 127;

/// A function of its own, since parent and child share its frame until the exec.
[[gnu::noinline]] pid_t start(char* const* arguments, char* const* environment) {
    const pid_t child = ::vfork();
    if (child == 0) {
        ::execve(arguments[0], arguments, environment);
        ::_exit(CannotStart);
    }
    return child;
}

std::string endingText(int status) {
    return WIFEXITED(status) ? "exit status " + std::to_string(WEXITSTATUS(status))
                             : "signal " + std::to_string(WTERMSIG(status));
}

} // namespace

PlainProcess::PlainProcess(std::vector<std::string> arguments) : m_arguments(std::move(arguments)) {}

Result<std::chrono::nanoseconds> PlainProcess::run(const char* failureCode) const {
    std::vector<char*> arguments;
    for (const std::string& argument : m_arguments) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    char* const environment[] = {nullptr};

    const Clock::time_point begin = Clock::now();
    const pid_t child = start(arguments.data(), environment);
    int status = 0;
    if (child < 0 || retryInterrupted([&] { return ::waitpid(child, &status, 0); }) < 0) {
        return fail(systemError(failureCode, m_arguments.front()));
    }
    const Clock::time_point end = Clock::now();
    if (status != 0) {
        return fail(failureCode, m_arguments.front() + ": " + endingText(status));
    }
    return end - begin;
}

} // namespace grindstone::sandbox::bench
