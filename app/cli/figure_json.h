// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/bench/statistics.h"

#include <nlohmann/json.hpp>

namespace grindstone::cli {

/// More digits than a measurement has would only be read as if it had them.
double rounded(double value, int decimals);

/// {"median", "p95"}
nlohmann::ordered_json summaryJson(const sandbox::bench::Summary& summary, int decimals);

} // namespace grindstone::cli
