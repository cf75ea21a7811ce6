// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/planned_data.h"
#include "judge/package/yaml_value.h"
#include "sandbox/base/result.h"

#include <cstdint>
#include <vector>

namespace grindstone::judge {

inline constexpr const char* GeneratorsYaml = "generators/generators.yaml";

/// What an entry of `data` in generators.yaml is. A list is neither.
bool isGeneratorCase(const YamlValue& value);
bool isGeneratorGroup(const YamlValue& value);

/// The numbers that the `count` of a case gives; 1 alone where it has none. Fails with "package.invalid".
Result<std::vector<std::int64_t>> caseNumbersOf(const YamlValue& value);

/// How many cases the lists of a group and of those in it hold: these are numbered. Fails as caseNumbersOf() does.
Result<std::size_t> countNumberedCases(const YamlValue& group);

/// Reads what `generators:` names: programs that are made of several files. Fails with "package.invalid".
Result<void> readNamedGenerators(const YamlValue& yaml, PlannedData& plan);

} // namespace grindstone::judge
