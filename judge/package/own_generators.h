// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/generators_yaml.h"

namespace grindstone::judge {

/// Reads `generators` of grindstone.yaml, which docs/generated-cases.md describes: cases by their names, each with a
/// command or with texts. Answers that no file and no text gives are then made by the solution, those of files in data/
/// too. Fails with "package.invalid", naming file and line.
Result<void> readOwnGenerators(const GeneratorContext& context, const YamlValue& generators, PlannedData& plan,
                               std::vector<std::string>& warnings);

} // namespace grindstone::judge
