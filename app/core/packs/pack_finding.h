// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/library/pack_file.h"

#include <filesystem>
#include <vector>

namespace grindstone::core {

/// A pack as it was found in a folder that somebody gave.
struct FoundPack {
    PackFile file;
    std::filesystem::path folder;                ///< where its pack.yaml and its packages lie
    std::vector<std::filesystem::path> packages; ///< in lexicographic order
    bool single = false;                         ///< `folder` is the one package itself
};

/// The packs in a folder: it may be a problem package, a pack, hold packs, or hold one folder more above any of these.
/// `name` is what a pack is called that doesn't say it: of a file or folder, from which an id is made. Fails with
/// "pack.empty" when there is no package, else as loadPackFile() does.
Result<std::vector<FoundPack>> findPacks(const std::filesystem::path& folder, const QString& name);

/// An id from the name of a file or a folder: "Contest-2024" for "Contest 2024.tar.gz".
QString packIdFrom(const QString& name);

} // namespace grindstone::core
