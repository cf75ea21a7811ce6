// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/comparator_spec.h"
#include "sandbox/base/result.h"

#include <string>
#include <vector>

namespace grindstone::judge {

/// Which arguments a comparator knows.
struct ComparatorArguments {
    bool tolerances = false;    ///< float_tolerance E, float_absolute_tolerance E, float_relative_tolerance E
    bool blanksAndCase = false; ///< case_sensitive, space_change_sensitive
    bool anyOrder = false;      ///< any_order
};

/// Reads the arguments of a comparator that knows `known`. Fails with "comparator.bad-arguments", naming the argument.
Result<ComparatorSpec> parseComparatorArguments(const std::vector<std::string>& arguments,
                                                const ComparatorArguments& known);

/// Reads a package's `output_validator_args` (or, split at blanks, its `validator_flags`): `case_sensitive`,
/// `space_change_sensitive`, `float_tolerance E`, `float_absolute_tolerance E`, `float_relative_tolerance E`.
/// Fails with "comparator.bad-arguments", naming the argument.
Result<ComparatorSpec> parseComparatorArguments(const std::vector<std::string>& arguments);

} // namespace grindstone::judge
