// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/package/yaml_value.h"
#include "judge/problem/constants.h"

#include <map>
#include <string>
#include <vector>

namespace grindstone::judge {

/// Which of the format's versions a package follows. `2023-07` is the draft of `2025-09`.
enum class PackageFormat { Legacy, Current };

/// What a `problem.yaml` says, apart from its limits and its type.
struct ProblemMetadata {
    PackageFormat format = PackageFormat::Legacy;
    std::string name;                         ///< empty when the file has none
    std::map<std::string, std::string> names; ///< by language, where the file says that
    std::vector<std::string> keywords;
    std::vector<std::string> languages;          ///< empty: all
    std::vector<std::string> validatorArguments; ///< legacy `validator_flags`
    unsigned validatorArgumentsLine = 0;
    std::string comparator = "tokens"; ///< what the arguments of validators are for; see ComparatorSpec
    Constants constants;
};

/// A package's YAML file (at most 1 MiB), or what the package says that it makes it of; null if there is neither. Fails
/// with "package.invalid" or "package.unreadable".
Result<YamlValue> loadPackageYaml(const PackageFolder& folder, const std::string& file);

/// What errors call such a file: the one that says what is in it, where the package makes it.
std::string sourceOf(const PackageFolder& folder, const std::string& file);

/// Reads problem.yaml. Fails with "package.invalid", or "package.unsupported" for a version that isn't known.
Result<ProblemMetadata> readMetadata(const YamlValue& yaml, std::vector<std::string>& warnings);

} // namespace grindstone::judge
