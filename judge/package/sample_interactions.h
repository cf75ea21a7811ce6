// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/problem/problem.h"

namespace grindstone::judge {

/// The `.interaction` files below data/sample, by name. They are for people to read and need no `.in` beside them.
/// Fails as PackageFolder::resolveFile() does.
Result<std::vector<SampleInteraction>> findInteractions(const PackageFolder& folder);

} // namespace grindstone::judge
