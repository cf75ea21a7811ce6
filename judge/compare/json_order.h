// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <limits>

namespace grindstone::judge {

/// A number of a document, exactly: the parser keeps integers of 64 bits, signed or not, and doubles. Comparing its own
/// values instead converts one to the type of the other, so that 18446744073709551615 is -1.
inline long double exactNumber(const nlohmann::json& number) {
    static_assert(std::numeric_limits<long double>::digits >= 64);
    return number.get<long double>();
}

/// Sorts all arrays, at every depth, in a strict order of values: equal documents but for order become equal.
void sortArrays(nlohmann::json& value);

} // namespace grindstone::judge
