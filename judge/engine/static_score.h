// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/scoring.h"
#include "judge/report/static_result.h"

namespace grindstone::judge {

/// The score of a static validation test case in a scored problem, by the rules for cases: see scoreCase(). Where there
/// are no scores it stays as it is.
void scoreStatically(const TestTree& tree, StaticResult& result);

/// What they came to, by the groups of a scored tree that have one; empty where there are no scores.
StaticGrades staticGrades(const TestTree& tree, const std::vector<StaticResult>& results);

} // namespace grindstone::judge
