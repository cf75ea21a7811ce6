// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/effective_limits.h"

#include <cmath>

namespace grindstone::judge {

using std::chrono::milliseconds;

EffectiveLimits effectiveLimits(const ProblemLimits& limits, const Language& language) {
    EffectiveLimits effective;
    const double cpuMs = static_cast<double>(limits.cpuTime.count()) * language.timeMultiplier;
    effective.cpuTime = milliseconds(std::llround(cpuMs));
    effective.wallTime = 2 * effective.cpuTime + milliseconds(1000);
    effective.memory = limits.memory + language.extraMemory;
    effective.output = limits.output;
    effective.source = limits.source;
    return effective;
}

std::chrono::nanoseconds killTime(const EffectiveLimits& limits) {
    return std::chrono::nanoseconds(limits.cpuTime) * 3 / 2;
}

} // namespace grindstone::judge
