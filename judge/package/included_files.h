// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/problem/problem.h"

namespace grindstone::judge {

/// The folders in `include/`. What lies in none of them is left out with a warning. Fails as listFiles() does.
Result<std::vector<IncludeFolder>> findIncludes(const PackageFolder& folder, std::vector<std::string>& warnings);

} // namespace grindstone::judge
