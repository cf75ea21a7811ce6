// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/temporary_folder.h"
#include "sandbox/outcome.h"

#include <filesystem>
#include <optional>
#include <string>

namespace grindstone::judge {

/// A folder with one file and its digest, which boxes of every user can read, in the making. At its place it is whole
/// or not at all, also when several processes make it, or when the power goes. What isn't finished is removed with the
/// object.
class PreparedFolder {
public:
    /// Nothing where no folder can be made beside `target`.
    static std::optional<PreparedFolder> begin(const std::filesystem::path& target);

    /// Puts the folder with this file into place, unless another process was faster. False when it couldn't be written.
    bool finish(const sandbox::CollectedFile& file);

    /// True when the file `name` in the finished folder is, to the last byte, what was made. Reads all of it.
    static bool isWhole(const std::filesystem::path& target, const std::string& name);
    static void remove(const std::filesystem::path& target);
    /// Removes folders beside `target` that are called the same but for the last `keyLength` characters, and what a
    /// crash left unfinished.
    static void removeOthers(const std::filesystem::path& target, std::size_t keyLength);

private:
    PreparedFolder(std::filesystem::path target, TemporaryFolder unfinished)
        : m_target(std::move(target)), m_unfinished(std::move(unfinished)) {}

    std::filesystem::path m_target;
    TemporaryFolder m_unfinished; ///< empty: moved from, or in place
};

} // namespace grindstone::judge
