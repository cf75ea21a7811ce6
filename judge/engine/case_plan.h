// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/case_runner.h"
#include "judge/engine/submission.h"

namespace grindstone::judge {

/// The cases that a request is about, in order: for Submit all of the problem's, for Run its samples or the custom
/// ones. Fails with "problem.no-samples" for a Run without any, and "problem.no-cases" for an empty problem.
Result<std::vector<PlannedCase>> planCases(const JudgeRequest& request);

/// The comparator that custom cases use, and that reports name: that of the problem's first case.
ComparatorSpec defaultComparator(const Problem& problem);

} // namespace grindstone::judge
