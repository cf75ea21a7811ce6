// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

namespace grindstone::judge {

/// Sorts all arrays, at every depth, in a strict order of values: equal documents but for order become equal.
void sortArrays(nlohmann::json& value);

} // namespace grindstone::judge
