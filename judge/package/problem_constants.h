// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/yaml_value.h"
#include "judge/problem/constants.h"

namespace grindstone::judge {

/// The `constants` of a problem.yaml: each by its name, as "name.value" and, for each other form that it has, as
/// "name.VARIANT". A name that the format doesn't permit is a warning. Fails with "package.invalid".
Result<Constants> readConstants(const YamlValue& yaml, std::vector<std::string>& warnings);

} // namespace grindstone::judge
