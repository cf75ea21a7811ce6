// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// A time limit that was inferred from an imported package's submissions, and is kept with it in
/// `.grindstone/limits.json`:
///
///     {"schema": "grindstone-limits/1", "cpu_ms": 3000, "slowest": "submissions/accepted/a.cpp", "slowest_ms": 560,
///      "multiplier": 5}
struct KeptLimit {
    std::chrono::milliseconds cpuTime{0};
    std::string slowest; ///< the submission that decided
    std::chrono::milliseconds slowestTime{0};
    double multiplier = 0;
};

inline constexpr const char* KeptLimitFile = ".grindstone/limits.json";

/// The limit that is kept with a package. Nothing where there is none; a file that isn't as we write it is passed over
/// with a warning, be it the package's own or damaged.
std::optional<KeptLimit> readKeptLimit(const PackageFolder& folder, std::vector<std::string>& warnings);

/// Keeps a limit with a package, in place of an earlier one; the file is there whole or not at all. Fails with
/// "package.unwritable", also where `.grindstone` isn't a folder of the package itself.
Result<void> writeKeptLimit(const std::filesystem::path& package, const KeptLimit& limit);

} // namespace grindstone::judge
