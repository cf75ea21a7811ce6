// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"
#include "sandbox/base/unique_fd.h"

#include <filesystem>

namespace grindstone::server {

/// The Unix socket that the service listens on, and the right to be the only one there: a lock on PATH.lock that the
/// kernel gives up when its owner dies. A socket that a dead service left behind is replaced.
class ServiceSocket {
public:
    /// $XDG_RUNTIME_DIR/grindstone/serve.sock; STATE/serve.sock where there is no such folder, and with
    /// GRINDSTONE_HOME.
    static std::filesystem::path usualPath(const std::filesystem::path& state);

    /// Makes the folder of the usual path, mode 0700. Fails with "server.socket", also where it is somebody else's or
    /// open to others.
    static Result<void> ensureFolder(const std::filesystem::path& path);

    /// Binds and listens; nobody but the owner may connect. Fails with "usage.socket" (too long a path),
    /// "server.running", "server.not-a-socket" or "server.socket", each naming the path.
    static Result<ServiceSocket> open(const std::filesystem::path& path);
    ServiceSocket(ServiceSocket&&) noexcept = default;
    ServiceSocket& operator=(ServiceSocket&&) = delete;
    /// Removes the socket, unless another one is there by now, and the lock.
    ~ServiceSocket();

    /// The listening socket, once.
    UniqueFd take() { return std::move(m_socket); }
    const std::filesystem::path& path() const { return m_path; }

private:
    ServiceSocket(std::filesystem::path path, UniqueFd lock) : m_path(std::move(path)), m_lock(std::move(lock)) {}
    Result<void> listen();

    std::filesystem::path m_path;
    UniqueFd m_lock; ///< none: moved away
    UniqueFd m_socket;
    ino_t m_inode = 0;
};

} // namespace grindstone::server
