// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/generators_yaml.h"

#include <memory>

namespace grindstone::judge {

/// What a package says that it makes: by `generators` of its grindstone.yaml (`extras`), else by
/// generators/generators.yaml. Where data/secret has cases, an error in the latter is only a warning: those who froze
/// their data need it no more. Never null; fails as readOwnGenerators() and readGeneratorsYaml() do.
Result<std::shared_ptr<const PlannedData>> planData(const GeneratorContext& context, const YamlValue& extras,
                                                    std::vector<std::string>& warnings);

/// What is needed to follow these recipes of the folder's plan: programs, input validators and solutions. Fails with
/// "package.invalid" for one that is named and isn't there.
Result<Generation> findGeneration(const PackageFolder& folder, const Constants& constants,
                                  std::vector<CaseRecipe> recipes);

} // namespace grindstone::judge
