// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/polygon_description.h"
#include "judge/problem/test_group.h"

#include <vector>

namespace grindstone::judge {

/// In which order a testset's tests are judged, and how they are scored.
struct PolygonOrder {
    std::vector<std::size_t> tests;  ///< places in PolygonTestset::tests
    std::vector<std::string> places; ///< for each of them, the folder of its case's name: "sample", "secret/group1"
    TestTree tree;                   ///< of the cases in that order; empty where there are no points
};

/// Whether the problem is scored: something in it is worth points, or tests have points, all of them 0, which is how
/// packages say that the checker gives them.
bool hasPoints(const PolygonTestset& testset, bool ownChecker);

/// Samples come first where there are no points. Where there are, each group's tests follow one another after those of
/// the groups that it depends on, and all of them are in "secret". Fails with "package.invalid" for a dependency on a
/// group that isn't there, or on itself.
Result<PolygonOrder> orderPolygonTests(const XmlFile& xml, const PolygonTestset& testset, bool ownChecker);

} // namespace grindstone::judge
