// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/bench/plain_command.h"

#include "sandbox/base/sys.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace grindstone::judge::bench {

namespace {

constexpr const char* Failed = "bench.program-failed";

/// The streams of a process that is to be started.
class Streams {
public:
    Streams() { ::posix_spawn_file_actions_init(&m_actions); }
    ~Streams() { ::posix_spawn_file_actions_destroy(&m_actions); }
    Streams(const Streams&) = delete;
    Streams& operator=(const Streams&) = delete;

    void open(int descriptor, const std::filesystem::path& path, int flags) {
        ::posix_spawn_file_actions_addopen(&m_actions, descriptor, path.empty() ? "/dev/null" : path.c_str(), flags,
                                           0600);
    }
    const posix_spawn_file_actions_t* get() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions{};
};

Result<pid_t> start(const PlainCommand& command) {
    Streams streams;
    streams.open(STDIN_FILENO, command.input, O_RDONLY);
    streams.open(STDOUT_FILENO, command.output, O_WRONLY | O_CREAT | O_TRUNC);
    std::vector<char*> arguments;
    for (const std::string& argument : command.arguments) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    char path[] = "PATH=/usr/local/bin:/usr/bin:/bin";
    char* const environment[] = {path, nullptr};
    pid_t child = 0;
    errno = ::posix_spawn(&child, arguments.front(), streams.get(), nullptr, arguments.data(), environment);
    if (errno != 0) {
        return fail(systemError(Failed, command.arguments.front()));
    }
    return child;
}

} // namespace

Result<void> runPlainly(const PlainCommand& command) {
    const pid_t child = TRY(start(command));
    int status = 0;
    if (retryInterrupted([&] { return ::waitpid(child, &status, 0); }) < 0) {
        return fail(systemError(Failed, command.arguments.front()));
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        return fail(Failed, command.arguments.front() + ": did not end with exit status 0");
    }
    return {};
}

} // namespace grindstone::judge::bench
