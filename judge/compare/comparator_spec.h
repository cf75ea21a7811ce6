// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// The name of what isn't built in: a program of the package.
constexpr const char* CustomComparator = "custom";

/// A comparator with its settings; each comparator looks only at those that it knows. The first five are those of
/// `tokens`: the default output validator of the ICPC problem package format (specification 2025-09, "Default Output
/// Validator Specification").
struct ComparatorSpec {
    std::string name = "tokens";
    bool caseSensitive = false;
    bool spaceChangeSensitive = false;
    std::optional<double> absoluteTolerance;
    std::optional<double> relativeTolerance;
    bool anyOrder = false;              ///< `json` and `value`: arrays are compared sorted
    std::vector<std::string> arguments; ///< CustomComparator only: what the program is given, as the package has it
};

} // namespace grindstone::judge
