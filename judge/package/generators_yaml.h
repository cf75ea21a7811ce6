// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/package/planned_data.h"
#include "judge/problem/constants.h"

namespace grindstone::judge {

/// What else a reader of generators has to know of a package.
struct GeneratorContext {
    const PackageFolder& folder;
    const Constants& constants;
    bool answersAreEmpty = false; ///< an interactive or a multi-pass problem, whose answers nobody computes
};

/// Reads `generators/generators.yaml` as BAPCtools has it (doc/generators.md there): the cases of `sample` and
/// `secret`, with their names, seeds and numbers. docs/generated-cases.md tells what is left out. Fails with
/// "package.invalid", naming file and line, and as PackageFolder does for what it copies.
Result<void> readGeneratorsYaml(const GeneratorContext& context, const YamlValue& yaml, PlannedData& plan,
                                std::vector<std::string>& warnings);

} // namespace grindstone::judge
