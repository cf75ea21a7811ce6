// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"
#include "sandbox/base/unique_fd.h"

#include <filesystem>
#include <string>

namespace grindstone::core {

/// A folder of this process's own below another one, in which something is made that is to appear at once. It goes with
/// this object; after a process that was killed, the next one that makes such a folder there takes it away. Failures
/// are "pack.unwritable".
class Staging {
public:
    /// Makes `root`, too.
    static Result<Staging> create(const std::filesystem::path& root);
    Staging(Staging&& other) noexcept;
    Staging& operator=(Staging&&) = delete;
    ~Staging();

    const std::filesystem::path& path() const { return m_path; }

    /// Puts a folder that lies in here into the root under that name. What has that name there already changes places
    /// with it, in one step, and goes with this object.
    Result<void> install(const std::filesystem::path& folder, const std::string& name) const;
    /// Takes what has that name in the root out of it, in one step; it goes with this object. False when there is
    /// nothing.
    Result<bool> takeOut(const std::string& name) const;

private:
    Staging(std::filesystem::path root, std::filesystem::path path, UniqueFd lock)
        : m_root(std::move(root)), m_path(std::move(path)), m_lock(std::move(lock)) {}

    std::filesystem::path m_root;
    std::filesystem::path m_path; ///< empty once it was moved from
    UniqueFd m_lock;
};

} // namespace grindstone::core
