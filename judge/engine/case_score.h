// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/problem/test_group.h"
#include "judge/report/report.h"

namespace grindstone::judge {

/// The score of a judged case of a scored problem, by its own group's settings and what its checker gave; `most` is
/// what it may score where that isn't the same for all cases of the group; or, where the whole has no maximum, what it
/// scores when its checker gives nothing. Below the case's maximum it becomes Partial.
/// It becomes a JudgeError with "score.missing", "score.unreadable", "score.unwanted" or "score.outside" where the
/// checker gave none that is needed, or one that must not be.
void scoreCase(const TestTree& tree, const TestGroup& group, CaseResult& result, std::optional<double> most = {});

/// A case that a checker gave points for is a JudgeError, "checker.points", where there are no scores.
void refusePoints(CaseResult& result);

} // namespace grindstone::judge
