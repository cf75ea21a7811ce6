// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/yaml_value.h"
#include "judge/problem/constants.h"

namespace grindstone::judge {

/// Adds the `constants` of a problem.yaml: each by its name, as "name.value" and, for each other form that it has, as
/// "name.VARIANT". A name that the format doesn't permit is a warning. Fails with "package.invalid".
Result<void> readConstants(const YamlValue& yaml, Constants& constants, std::vector<std::string>& warnings);

} // namespace grindstone::judge
