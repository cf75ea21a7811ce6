// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/group_settings.h"

namespace grindstone::judge {

/// What full marks are in a legacy tree's groups: the bound of a group's own range, else what its items' full marks
/// come to, else the bound that it inherits. `settings` has one entry a group.
void findFullMarks(TestTree& tree, const std::vector<LegacySettings>& settings);

/// The maximum scores of 2025-09, of groups and of their cases. Fails with "package.invalid" for cases beside groups,
/// and for a group whose maximum or aggregation doesn't fit that of data/secret. A sum of groups other than its maximum
/// is a warning.
Result<void> setFullMarks(TestTree& tree, const std::vector<CurrentSettings>& settings,
                          std::vector<std::string>& warnings);

} // namespace grindstone::judge
