// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/yaml_reader.h"
#include "judge/problem/test_group.h"

#include <string>
#include <vector>

namespace grindstone::judge {

/// What a legacy `testdata.yaml` says of its group, on top of what it inherits.
struct LegacySettings {
    TestGroup group;       ///< its settings alone: neither a name nor items
    bool ownRange = false; ///< the file itself gives the range
};

/// What is inherited by the topmost group: break, the default grader, 1 for an accepted case.
LegacySettings legacyDefaults();

/// Settings inherited, changed by the keys in `yaml`. Fails with "package.invalid", naming file and line; unknown
/// grader flags of the default grader are warnings.
Result<LegacySettings> readLegacySettings(const YamlReader& reader, const YamlValue& yaml,
                                          const LegacySettings& inherited, std::vector<std::string>& warnings);

enum class GroupPlace { Sample, Secret, Group };

/// What a `test_group.yaml` of 2025-09 says of its group. Nothing is inherited.
struct CurrentSettings {
    std::optional<double> maxScore; ///< none: unbounded
    ScoreRule aggregation = ScoreRule::AllOrNothing;
    bool hasStaticCase = false;
    double staticScore = 0; ///< of its maximum, what the static validation test case is worth
    std::vector<std::string> required;
    unsigned requiredLine = 0;
    unsigned line = 1; ///< where what is wrong with the whole is said to be
};

/// Fails with "package.invalid".
Result<CurrentSettings> readCurrentSettings(const YamlReader& reader, const YamlValue& yaml, GroupPlace place);

/// A warning for each key that only scoring problems may have.
void warnOfScoringKeys(const YamlReader& reader, const YamlValue& yaml, std::vector<std::string>& warnings);

} // namespace grindstone::judge
