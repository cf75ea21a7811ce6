// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/figure_json.h"

#include <cmath>

namespace grindstone::cli {

double rounded(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

nlohmann::ordered_json summaryJson(const sandbox::bench::Summary& summary, int decimals) {
    return {{"median", rounded(summary.median, decimals)}, {"p95", rounded(summary.p95, decimals)}};
}

} // namespace grindstone::cli
