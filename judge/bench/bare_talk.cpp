// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/bench/bare_talk.h"

#include "sandbox/base/cpus.h"
#include "sandbox/base/sys.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vector>

namespace grindstone::judge::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* Failed = "bench.program-failed";

struct Pipe {
    UniqueFd readEnd;
    UniqueFd writeEnd;
};

Result<Pipe> makePipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return fail(systemError(Failed, "pipe"));
    }
    return Pipe{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

/// Binds this thread, and so what it starts, to one CPU as long as it lives.
class OneCpu {
public:
    OneCpu() {
        if (::sched_getaffinity(0, sizeof m_before, &m_before) == 0) {
            const cpu_set_t one = oneCpuOf(m_before, 0);
            m_bound = ::sched_setaffinity(0, sizeof one, &one) == 0;
        }
    }
    ~OneCpu() {
        if (m_bound) {
            ::sched_setaffinity(0, sizeof m_before, &m_before);
        }
    }
    OneCpu(const OneCpu&) = delete;
    OneCpu& operator=(const OneCpu&) = delete;

private:
    cpu_set_t m_before{};
    bool m_bound = false;
};

Result<pid_t> start(std::vector<std::string> words, int input, int output) {
    posix_spawn_file_actions_t streams;
    ::posix_spawn_file_actions_init(&streams);
    ::posix_spawn_file_actions_adddup2(&streams, input, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&streams, output, STDOUT_FILENO);
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    std::vector<char*> arguments;
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    char* const environment[] = {nullptr};
    pid_t child = 0;
    const int error = ::posix_spawn(&child, arguments.front(), &streams, &attributes, arguments.data(), environment);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&streams);
    if (error != 0) {
        errno = error;
        return fail(systemError(Failed, words.front()));
    }
    return child;
}

Result<void> await(pid_t child, int expected, const std::filesystem::path& program) {
    int status = 0;
    if (retryInterrupted([&] { return ::waitpid(child, &status, 0); }) < 0) {
        return fail(systemError(Failed, program.string()));
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != expected) {
        return fail(Failed, program.string() + ": did not end with exit status " + std::to_string(expected));
    }
    return {};
}

} // namespace

Result<std::chrono::nanoseconds> runBareTalk(const BareTalk& talk) {
    Pipe there = TRY(makePipe());
    Pipe back = TRY(makePipe());
    const OneCpu oneCpu;
    const Clock::time_point begin = Clock::now();
    const pid_t program = TRY(start({talk.program.string()}, back.readEnd.get(), there.writeEnd.get()));
    const Result<pid_t> interactor =
        start({talk.interactor.string(), talk.input.string()}, there.readEnd.get(), back.writeEnd.get());
    there = {};
    back = {};
    const Result<void> ended = await(program, 0, talk.program); // it reads to the end if the other wasn't started
    TRY(await(TRY(interactor), 42, talk.interactor));
    TRY(ended);
    return Clock::now() - begin;
}

} // namespace grindstone::judge::bench
