// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/yaml_value.h"
#include "judge/verify/finding_collector.h"

namespace grindstone::judge {

/// The form of `credits` in problem.yaml (2025-09).
void checkCredits(const YamlValue& credits, FindingCollector& findings);

} // namespace grindstone::judge
