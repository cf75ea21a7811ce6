// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/problem_metadata.h"
#include "judge/verify/package_listing.h"

#include <set>
#include <string>

namespace grindstone::judge {

/// What the layout of `data/` is checked against.
struct DataKind {
    PackageFormat format = PackageFormat::Current;
    bool interactive = false;
    bool multiPass = false;
    std::set<std::string> made = {}; ///< "data/secret/3", of cases whose inputs the package makes
};

/// Files below `data/` that belong to no test case, lack a partner, contradict one another or belong to the other
/// version of the format.
void checkDataLayout(const std::vector<PackageEntry>& entries, const DataKind& kind, FindingCollector& findings);

} // namespace grindstone::judge
