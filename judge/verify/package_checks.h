// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/finding.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace grindstone::judge {

/// Looks at a package without running anything of it: whether it can be read, all that its readers find odd, its
/// layout, its metadata, links, names, the form of its texts, and what is said of its submissions. Sorted; of each kind
/// of finding the first fifty and a count. A package that cannot be read has one Error at least. Layout, metadata,
/// names and texts are looked at in ICPC packages alone. A stop request ends it early.
std::vector<Finding> checkPackage(const std::filesystem::path& folder, std::stop_token stop = {});

} // namespace grindstone::judge
