// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/problem_metadata.h"
#include "judge/package/yaml_value.h"

namespace grindstone::judge {

/// What problem.yaml says of scores.
struct ScoringKind {
    bool scored = false;          ///< `type` has scoring
    bool validatorsScore = false; ///< validators may give scores
    bool lessIsBetter = false;    ///< legacy `grading.objective: min`
    YamlValue defaults; ///< what else the legacy `grading` holds: settings of the topmost group in old packages
};

/// Fails with "package.invalid".
Result<ScoringKind> readScoringKind(const YamlValue& yaml, PackageFormat format, std::vector<std::string>& warnings);

} // namespace grindstone::judge
