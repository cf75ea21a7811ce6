// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/bench/conditions.h"

#include <cstdlib>

namespace grindstone::sandbox::bench {

double loadAverage() {
    double average = 0;
    return ::getloadavg(&average, 1) == 1 ? average : 0;
}

Error interrupted() {
    return {"interrupted", "the measurement was stopped"};
}

Result<void> stopIfAsked(const std::stop_token& stop) {
    return stop.stop_requested() ? Result<void>(fail(interrupted())) : Result<void>();
}

} // namespace grindstone::sandbox::bench
