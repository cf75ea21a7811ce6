// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/problem_metadata.h"
#include "judge/verify/package_listing.h"

namespace grindstone::judge {

/// What lies at the top of an ICPC package: folders of the other version of the format, and what none of them knows.
void checkTopLevel(const std::vector<PackageEntry>& entries, PackageFormat format, FindingCollector& findings);

/// Folders in attachments/, which 2025-09 does not permit.
void checkAttachments(const std::vector<PackageEntry>& entries, FindingCollector& findings);

/// Names that the format does not permit, so that what they name isn't there for it. Those of test cases, submissions
/// and included files are left to their readers.
void checkNames(const std::vector<PackageEntry>& entries, FindingCollector& findings);

} // namespace grindstone::judge
