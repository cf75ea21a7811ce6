// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/language/language.h"
#include "judge/problem/problem.h"
#include "judge/report/report.h"

namespace grindstone::judge {

/// What a submission in this language may use: the problem's CPU time times the language's multiplier, twice that and
/// a second of wall time, and the runtime's own memory on top of the problem's.
EffectiveLimits effectiveLimits(const ProblemLimits& limits, const Language& language);

/// The CPU time at which a program is killed: 1.5 × its limit, so that a result near the limit is a measured one.
std::chrono::nanoseconds killTime(const EffectiveLimits& limits);

} // namespace grindstone::judge
