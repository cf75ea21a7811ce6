// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/problem_metadata.h"
#include "judge/problem/problem.h"

namespace grindstone::judge {

/// What the map `limits` of a problem.yaml says on how its time limit follows from submissions: `time_multiplier` and
/// `time_safety_margin` (legacy), `time_multipliers` and `time_resolution` (2025-09). `limits` may be null. Fails with
/// "package.invalid".
Result<TimingRule> readTimingRule(const YamlValue* limits, PackageFormat format);

} // namespace grindstone::judge
