// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/package/submissions.h"

namespace grindstone::judge {

/// The solutions of a Polygon package, as readSubmissions() gives them: by their tags. Those that are not to be run are
/// left out. One whose file isn't there, or with a tag that isn't known, becomes a finding.
Result<std::vector<PackageSubmission>> readPolygonSubmissions(const PackageFolder& folder,
                                                              std::vector<Finding>& findings);

} // namespace grindstone::judge
