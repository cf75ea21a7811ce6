// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/packs/pack_finding.h"

namespace grindstone::core {

/// The packs in `source` as findPacks() has them or, where there is none, one that is made in `target`, which isn't
/// there yet: of a folder of test data, or of Competitive Companion's JSON. What was recognized is among its warnings.
/// Fails as both do.
Result<std::vector<FoundPack>> findOrMakePacks(const std::filesystem::path& source, const QString& name,
                                               const std::filesystem::path& target);

/// Whether a file is to be taken for Competitive Companion's, by its name.
bool isProblemJson(const std::filesystem::path& file);

/// Lays such a file alone into a new folder, to be found there. Fails with "package.invalid" for more than 16 MiB,
/// "pack.unwritable" as far as files cannot be made, "package.unreadable".
Result<void> takeProblemJson(const std::filesystem::path& file, const std::filesystem::path& folder);

} // namespace grindstone::core
