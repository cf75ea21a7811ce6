// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <system_error>
#include <vector>

namespace grindstone::core {

/// Subfolders of a folder in lexicographic order, without hidden ones and what macOS puts into archives. `error` tells
/// when not all of them could be listed.
std::vector<std::filesystem::path> visibleFolders(const std::filesystem::path& folder, std::error_code& error);
/// The same where that is no matter.
std::vector<std::filesystem::path> visibleFolders(const std::filesystem::path& folder);

} // namespace grindstone::core
