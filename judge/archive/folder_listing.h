// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/archive/entry_name.h"
#include "sandbox/base/bytes.h"
#include "sandbox/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace grindstone::judge {

/// Something that lies in a folder.
struct FolderItem {
    enum class Kind { File, Folder, Link, Other };
    std::string path; ///< below the folder: "a/b.in"
    Kind kind = Kind::Other;
    std::uint64_t size = 0; ///< of a file
    bool executable = false;
    std::string target; ///< of a link
};

/// Whether what has this path is wanted; of a folder that isn't, nothing is.
using FolderFilter = std::function<bool(const std::string& path)>;

/// All that lies below a folder, through no link: a folder before what is in it, names in the order of their bytes.
/// Fails with "folder.unreadable", naming the path, or "interrupted".
Result<std::vector<FolderItem>> listFolder(const std::filesystem::path& folder, const FolderFilter& wanted,
                                           std::stop_token stop);

Bytes contentOf(const std::vector<FolderItem>& items);

/// Whether these could be extracted from an archive: names, kinds, and that no link leaves the folder. Fails with
/// "pack.unsafe", naming the path.
Result<void> checkItems(const std::vector<FolderItem>& items, const NameLimits& limits);

} // namespace grindstone::judge
