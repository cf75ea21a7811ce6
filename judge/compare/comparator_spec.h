// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace grindstone::judge {

/// The `tokens` comparator's settings: the default output validator of the ICPC problem package format
/// (specification 2025-09, "Default Output Validator Specification").
struct ComparatorSpec {
    std::string name = "tokens";
    bool caseSensitive = false;
    bool spaceChangeSensitive = false;
    std::optional<double> absoluteTolerance;
    std::optional<double> relativeTolerance;
};

} // namespace grindstone::judge
