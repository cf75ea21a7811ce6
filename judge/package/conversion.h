// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/plain_pairs.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// What was made of something that holds problems without being a package.
struct Conversion {
    std::vector<std::filesystem::path> packages; ///< folders below the target, named after the problems
    std::string title;                           ///< of a pack of them; empty: nothing says one
    std::optional<PlainPairs> pairs;             ///< what was recognized, where it was a folder of test data
};

/// Makes ICPC packages below `target`, a folder that is there and empty, of
/// - a JSON file of Competitive Companion's, or a folder that holds such files
/// - a folder of test data, as findPlainPairs() recognizes it; `name`, which can be a folder's, becomes the problem's.
/// Nothing for anything else. Fails as readCompanion(), findPlainPairs() and convertPairs() do; what was written then
/// stays for the caller to remove.
Result<std::optional<Conversion>> convertSource(const std::filesystem::path& source, const std::string& name,
                                                const std::filesystem::path& target);

} // namespace grindstone::judge
