// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/package/polygon_description.h"
#include "judge/problem/problem.h"

namespace grindstone::judge {

/// The problem's cases and their tree, and how those are made whose files the package doesn't bring: inputs by its
/// generators, answers by its main solution, or, for an interactive problem, empty ones. `problem` has its interactor
/// already. Fails with "package.invalid" for a manual test without its file, a generator or a main solution that isn't
/// there, or a bad link.
Result<void> addPolygonCases(const PackageFolder& folder, const XmlFile& xml, const PolygonDescription& description,
                             Problem& problem);

} // namespace grindstone::judge
