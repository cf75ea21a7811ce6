// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/bench/peer.h"

#include "sandbox/base/sys.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace grindstone::sandbox::bench {

namespace {

std::string findOnPath(const std::string& name) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path != nullptr ? path : "/usr/bin:/bin");
    for (std::string folder; std::getline(folders, folder, ':');) {
        const std::string candidate = folder + "/" + name;
        if (folder.starts_with('/') && ::access(candidate.c_str(), X_OK) == 0) {
            return candidate;
        }
    }
    return {};
}

/// The same view as in a box of ours: /usr, the links into it, a /dev, a /proc and a /tmp, and the program's folder.
std::vector<std::string> bubblewrapCommand(const std::string& bubblewrap, const std::string& program) {
    std::vector<std::string> command{bubblewrap, "--unshare-all", "--die-with-parent", "--ro-bind", "/usr", "/usr"};
    for (const char* name : {"bin", "lib", "lib64", "sbin"}) {
        if (std::filesystem::is_symlink(std::string("/") + name)) {
            command.insert(command.end(), {"--symlink", std::string("usr/") + name, std::string("/") + name});
        }
    }
    command.insert(command.end(), {"--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp"});
    const std::string folder = std::filesystem::path(program).parent_path().string();
    if (!folder.starts_with("/usr/")) {
        command.insert(command.end(), {"--ro-bind", folder, folder});
    }
    command.push_back(program);
    return command;
}

std::string firstLine(int descriptor) {
    std::array<char, 400> text{};
    const ssize_t length = ::pread(descriptor, text.data(), text.size(), 0);
    const std::string all(text.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
    return all.substr(0, all.find('\n'));
}

/// Runs the command once and returns the first line of what it has to say about its failure.
Result<void> tryCommand(const std::vector<std::string>& command) {
    const UniqueFd complaints(::memfd_create("grindstone-peer", MFD_CLOEXEC));
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, complaints.get(), STDERR_FILENO);
    std::vector<char*> arguments;
    for (const std::string& argument : command) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    char* const environment[] = {nullptr};
    pid_t child = -1;
    const int error = ::posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environment);
    ::posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    if (error != 0 || retryInterrupted([&] { return ::waitpid(child, &status, 0); }) < 0) {
        return fail("bench.peer-failed", command.front() + ": " + std::strerror(error != 0 ? error : errno));
    }
    if (status != 0) {
        return fail("bench.peer-failed", firstLine(complaints.get()));
    }
    return {};
}

} // namespace

Result<std::vector<std::string>> findPeerCommand(Peer peer, const std::string& program) {
    if (peer == Peer::None) {
        return std::vector<std::string>();
    }
    const std::string bubblewrap = findOnPath("bwrap");
    if (bubblewrap.empty()) {
        return fail("bench.peer-missing", "bubblewrap");
    }
    std::vector<std::string> command = bubblewrapCommand(bubblewrap, program);
    TRY(tryCommand(command));
    return command;
}

} // namespace grindstone::sandbox::bench
