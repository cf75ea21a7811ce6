// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/library/pack_file.h"
#include "app/core/packs/pack_record.h"

#include <optional>
#include <vector>

namespace grindstone::core {

/// A pack of the library. Plain value.
struct InstalledPack {
    PackFile file;
    std::filesystem::path folder;
    bool own = false; ///< the person's, which can be removed; others come with the program or the system
    std::vector<std::filesystem::path> packages;
    std::optional<PackRecord> record; ///< of its import
    std::optional<Error> error;       ///< why its pack.yaml cannot be read; then `file` has the folder's name alone
};

/// All packs of the roots, sorted by id. The first root is the person's own; where two roots have the same id, the
/// first one's counts.
std::vector<InstalledPack> installedPacks(const std::vector<std::filesystem::path>& roots);

/// Fails with "pack.unknown", naming the ids that there are.
Result<InstalledPack> findInstalledPack(const std::vector<std::filesystem::path>& roots, const QString& id);

/// Of all its files; from the record of its import when there is one.
Bytes sizeOf(const InstalledPack& pack);

/// Takes a pack out of the library, in one step. What was submitted to its problems stays. Fails with "pack.unknown",
/// "pack.built-in" for one that isn't the person's, "pack.unwritable".
Result<void> removePack(const std::vector<std::filesystem::path>& roots, const QString& id);

} // namespace grindstone::core
