// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/expectation.h"
#include "judge/package/finding.h"
#include "judge/package/yaml_value.h"

#include <string>
#include <vector>

namespace grindstone::judge {

/// What one key of `submissions/submissions.yaml` says of the submissions that it names.
struct SubmissionEntry {
    std::string key;
    unsigned line = 1;
    NamePattern pattern; ///< over paths below submissions/
    std::string language;
    std::string entrypoint;
    bool replacesDefault = false; ///< the key is a folder's name for which the format has a default
    std::vector<ExpectationRule> rules;
};

inline constexpr const char* SubmissionsFile = "submissions/submissions.yaml";

/// Reads the whole file, which is a map or null. What is wrong in it becomes findings, and the rest is read.
std::vector<SubmissionEntry> readSubmissionEntries(const YamlValue& yaml, std::vector<Finding>& findings);

} // namespace grindstone::judge
