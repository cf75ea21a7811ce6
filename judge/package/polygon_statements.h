// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/package/polygon_description.h"
#include "judge/problem/problem.h"

#include <vector>

namespace grindstone::judge {

/// The statements that problem.xml names and that are there, else what findStatements() finds; sorted by language and
/// format, each with the problem's name in its language. What is odd is a warning.
std::vector<Statement> findPolygonStatements(const PackageFolder& folder, const PolygonDescription& description,
                                             std::vector<std::string>& warnings);

} // namespace grindstone::judge
