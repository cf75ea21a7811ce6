// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"
#include "sandbox/base/temporary_folder.h"
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

    const std::filesystem::path& path() const { return m_folder.path(); }

    /// Puts a folder that lies in here into the root under that name. What has that name there already changes places
    /// with it, in one step, and goes with this object.
    Result<void> install(const std::filesystem::path& folder, const std::string& name) const;
    /// Takes what has that name in the root out of it, in one step; it goes with this object. False when there is
    /// nothing.
    Result<bool> takeOut(const std::string& name) const;

private:
    Staging(std::filesystem::path root, TemporaryFolder folder, UniqueFd lock)
        : m_root(std::move(root)), m_lock(std::move(lock)), m_folder(std::move(folder)) {}

    std::filesystem::path m_root;
    UniqueFd m_lock;
    TemporaryFolder m_folder; ///< goes before its lock does
};

} // namespace grindstone::core
