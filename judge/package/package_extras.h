// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/yaml_value.h"
#include "judge/problem/problem.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grindstone::judge {

/// A checker that `compare` in grindstone.yaml names.
struct PackageChecker {
    std::string path; ///< below the package's folder
    unsigned line = 1;
    std::optional<CheckerKind> kind; ///< none: its sources tell
};

/// What a package's `grindstone.yaml` adds to the ICPC format.
struct PackageExtras {
    std::string difficulty;
    std::vector<std::string> tags;
    /// Path below data/ ("secret", "secret/group1", "secret/01") → what a person may see of the cases there.
    std::vector<std::pair<std::string, Visibility>> visibility;
    std::optional<PackageChecker> checker; ///< of `compare`
    std::string comparator = "tokens";     ///< of all cases, one that is built in
};

/// Difficulty and tags alone. Fails with "package.invalid".
Result<PackageExtras> readCatalogueExtras(const YamlValue& yaml);

/// All of the file. Fails with "package.invalid", or "package.unsupported" for a key that changes how programs are
/// judged.
Result<PackageExtras> readExtras(const YamlValue& yaml, std::vector<std::string>& warnings);

/// Sets each case's visibility: the longest path that covers it decides.
void applyVisibility(const PackageExtras& extras, std::vector<TestCase>& cases, std::vector<std::string>& warnings);

} // namespace grindstone::judge
