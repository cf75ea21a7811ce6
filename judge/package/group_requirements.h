// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/group_settings.h"

namespace grindstone::judge {

/// The groups that others `require_pass` of. Fails with "package.invalid" for one that doesn't exist, comes later, or
/// isn't pass-fail.
Result<void> setRequirements(TestTree& tree, const std::vector<CurrentSettings>& settings);

} // namespace grindstone::judge
