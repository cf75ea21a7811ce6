// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/problem_metadata.h"
#include "judge/verify/package_listing.h"

namespace grindstone::judge {

/// The names of statements in their folder, and that there is a statement for each language in which the problem has a
/// name, and the other way round. That there is one at all is the reader's to say.
void checkStatements(const std::vector<PackageEntry>& entries, const YamlValue& yaml, PackageFormat format,
                     FindingCollector& findings);

} // namespace grindstone::judge
