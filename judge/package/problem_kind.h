// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/checker/checker_spec.h"
#include "judge/package/yaml_value.h"

#include <vector>

namespace grindstone::judge {

/// What happens in a case beside one run whose output is judged.
struct ProblemKind {
    bool interactive = false; ///< the checker talks with the program
    bool multiPass = false;   ///< the checker may want the program to run again
    unsigned line = 0;        ///< of problem.yaml, where it says so
};

/// By `type` (2025-09) or `validation` (legacy); words that it doesn't know are for checkSupported(). Fails with
/// "package.invalid".
Result<ProblemKind> readKind(const YamlValue& yaml);

/// An interactive or multi-pass problem has one checker, of the ICPC's kind: fails with "package.invalid" or
/// "package.unsupported".
Result<void> checkCheckers(const ProblemKind& kind, const std::vector<CheckerSpec>& checkers);

} // namespace grindstone::judge
