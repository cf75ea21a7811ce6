// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/scoring.h"

namespace grindstone::judge {

/// The grade of a group by the legacy format's default grader. `items`, what counts of the group, isn't empty and holds
/// no judge error.
Grade defaultGrade(const TestGroup& group, const std::vector<Grade>& items);

/// The grade of a group by the aggregations of 2025-09: accepted only if all items are; the score counts by itself.
Grade aggregatedGrade(const TestGroup& group, const std::vector<Grade>& items);

} // namespace grindstone::judge
