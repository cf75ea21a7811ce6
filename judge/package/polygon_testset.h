// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/polygon_description.h"

namespace grindstone::judge {

/// The testset that is judged: the one named "tests", else the first. Fails as readPolygonDescription() does.
Result<PolygonTestset> readPolygonTestset(const XmlFile& xml, pugi::xml_node judging,
                                          std::vector<std::string>& warnings);

/// A pattern's path for a test, counted from 1: "tests/%02d" → "tests/07". The pattern comes from a testset.
std::string pathOfTest(const std::string& pattern, std::size_t number);
/// The number as the pattern writes it: "07".
std::string numberOfTest(const std::string& pattern, std::size_t number);

} // namespace grindstone::judge
