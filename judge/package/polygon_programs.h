// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/package/polygon_description.h"
#include "judge/problem/problem.h"

namespace grindstone::judge {

/// A source of the package as a program of it; headers beside it, such as testlib.h, belong to it. Fails with
/// "package.invalid", naming the line, where the file isn't there, or as PackageFolder does.
Result<PackageProgram> polygonProgram(const PackageFolder& folder, const XmlFile& xml, const PolygonSource& source);

/// Whether the problem is interactive, and what judges its cases, the interactor before the checker. A checker of
/// testlib's own (std::wcmp.cpp) is the comparator that is built in. Fails as polygonProgram() does, and with
/// "package.unsupported" for a checker without source that isn't known here, or an interactor together with files in
/// the place of streams.
Result<void> addPolygonJudging(const PackageFolder& folder, const XmlFile& xml, const PolygonDescription& description,
                               Problem& problem);
/// What its cases are compared by, where no program of the package does it.
ComparatorSpec polygonComparator(const PolygonDescription& description);

/// Its validators and its main solution, where there is one.
Result<void> addPolygonGeneration(const PackageFolder& folder, const XmlFile& xml,
                                  const PolygonDescription& description, Generation& generation);

} // namespace grindstone::judge
