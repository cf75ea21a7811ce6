// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/problem/problem.h"

namespace grindstone::judge {

/// Adds the program in `static_validator/`, and the static validation test cases of data/sample, data/secret and its
/// groups, to a problem of the 2025-09 format whose constants are known. Fails with "package.invalid" (a case without a
/// program, bad arguments, a bad link) or "package.unreadable".
Result<void> readStaticValidation(const PackageFolder& folder, Problem& problem);

} // namespace grindstone::judge
