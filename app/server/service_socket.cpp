// SPDX-License-Identifier: GPL-3.0-or-later
// Whether somebody listens can't be seen from a socket's file, and between a look and the removal of a stale one
// another service may have begun. So the lock decides, not the socket: who has it may remove what lies there. The
// lock's file is removed by its owner; who opened it before sees, once they have the lock, that the file is no longer
// the one at the path, and begins again.
#include "app/server/service_socket.h"

#include "sandbox/base/sys.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <chrono>
#include <cstdlib>
#include <thread>

namespace grindstone::server {

namespace {

namespace fs = std::filesystem;

constexpr int Backlog = 512;
constexpr std::chrono::seconds Patience{2};
constexpr std::chrono::milliseconds Pause{10};

Error socketError(const fs::path& path) {
    return systemError("server.socket", path.string());
}

Result<sockaddr_un> addressOf(const fs::path& path) {
    sockaddr_un address{};
    const std::string name = path.string();
    if (name.empty() || name.size() >= sizeof address.sun_path) {
        return fail("usage.socket", "the path of a socket has 1 to 107 bytes, this one has " +
                                        std::to_string(name.size()) + ": " + name);
    }
    address.sun_family = AF_UNIX;
    name.copy(address.sun_path, sizeof address.sun_path - 1);
    return address;
}

bool isAtPath(const UniqueFd& lock, const fs::path& path) {
    struct stat opened {};
    struct stat there {};
    return ::fstat(lock.get(), &opened) == 0 && ::stat(path.c_str(), &there) == 0 && opened.st_ino == there.st_ino &&
           opened.st_dev == there.st_dev;
}

UniqueFd makeSocket() {
    return UniqueFd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

/// Whoever listens without our lock is none of ours, but lives.
bool isAnswered(const sockaddr_un& address) {
    const UniqueFd probe = makeSocket();
    return ::connect(probe.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 || errno == EAGAIN;
}

fs::path lockFile(const fs::path& path) {
    return path.string() + ".lock";
}

/// True when the lock is had. A service that was killed may have left a process that is about to start another program
/// and for this moment has all of its files: nobody answers then.
Result<bool> waitForLock(const UniqueFd& lock, const fs::path& path, const sockaddr_un& address) {
    const auto deadline = std::chrono::steady_clock::now() + Patience;
    while (retryInterrupted([&] { return ::flock(lock.get(), LOCK_EX | LOCK_NB); }) != 0) {
        if (errno != EWOULDBLOCK) {
            return fail(socketError(lockFile(path)));
        }
        if (isAnswered(address) || std::chrono::steady_clock::now() > deadline) {
            return false;
        }
        std::this_thread::sleep_for(Pause);
    }
    return true;
}

Result<UniqueFd> lockPath(const fs::path& path, const sockaddr_un& address) {
    const fs::path file = lockFile(path);
    while (true) {
        UniqueFd lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (!lock) {
            return fail(socketError(file));
        }
        if (!TRY(waitForLock(lock, path, address))) {
            return fail("server.running", path.string());
        }
        if (isAtPath(lock, file)) {
            return lock;
        }
    }
}

Result<void> removeStale(const fs::path& path, const sockaddr_un& address) {
    struct stat there {};
    if (::lstat(path.c_str(), &there) != 0) {
        return errno == ENOENT ? Result<void>() : Result<void>(fail(socketError(path)));
    }
    if (!S_ISSOCK(there.st_mode)) {
        return fail("server.not-a-socket", path.string());
    }
    if (isAnswered(address)) {
        return fail("server.running", path.string());
    }
    return ::unlink(path.c_str()) == 0 ? Result<void>() : Result<void>(fail(socketError(path)));
}

const char* runtimeFolder() {
    const char* home = std::getenv("GRINDSTONE_HOME");
    const char* folder = std::getenv("XDG_RUNTIME_DIR");
    const bool usual = home == nullptr || *home == '\0';
    return usual && folder != nullptr && *folder == '/' && ::access(folder, W_OK | X_OK) == 0 ? folder : nullptr;
}

} // namespace

fs::path ServiceSocket::usualPath(const fs::path& state) {
    const char* runtime = runtimeFolder();
    return runtime != nullptr ? fs::path(runtime) / "grindstone" / "serve.sock" : state / "serve.sock";
}

Result<void> ServiceSocket::ensureFolder(const fs::path& path) {
    const fs::path folder = path.parent_path();
    std::error_code error;
    fs::create_directories(folder.parent_path(), error);
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        return fail(socketError(folder));
    }
    struct stat there {};
    if (::stat(folder.c_str(), &there) != 0) {
        return fail(socketError(folder));
    }
    if (there.st_uid != ::geteuid() || (there.st_mode & (S_IWGRP | S_IWOTH)) != 0) {
        return fail("server.socket", folder.string() + ": the folder is not this user's alone");
    }
    return {};
}

Result<ServiceSocket> ServiceSocket::open(const fs::path& path) {
    const sockaddr_un address = TRY(addressOf(path)); // Before anything is made.
    UniqueFd lock = TRY(lockPath(path, address));
    ServiceSocket socket(path, std::move(lock));
    TRY(socket.listen());
    return socket;
}

/// Between bind and listen nobody can connect, so that the mode is right before anyone could.
Result<void> ServiceSocket::listen() {
    const sockaddr_un address = TRY(addressOf(m_path));
    TRY(removeStale(m_path, address));
    UniqueFd made = makeSocket();
    struct stat bound {};
    if (!made || ::bind(made.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::chmod(m_path.c_str(), S_IRUSR | S_IWUSR) != 0 || ::stat(m_path.c_str(), &bound) != 0 ||
        ::listen(made.get(), Backlog) != 0) {
        return fail(socketError(m_path));
    }
    m_inode = bound.st_ino;
    m_socket = std::move(made);
    return {};
}

ServiceSocket::~ServiceSocket() {
    if (!m_lock) {
        return;
    }
    struct stat there {};
    if (m_inode != 0 && ::lstat(m_path.c_str(), &there) == 0 && there.st_ino == m_inode) {
        ::unlink(m_path.c_str());
    }
    ::unlink((m_path.string() + ".lock").c_str());
}

} // namespace grindstone::server
