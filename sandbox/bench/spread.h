// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/bench/workbench.h"

namespace grindstone::sandbox::bench {

/// How far the times of one program lie apart from run to run: (largest − smallest) ÷ median, in percent.
struct Spread {
    double idle = 0;   ///< nothing else of ours runs
    double loaded = 0; ///< a busy thread for each CPU competes with it
};

struct SpreadFigures {
    Spread cpu;  ///< user + system time: what verdicts are made of
    Spread wall; ///< for comparison
};

/// Runs a program that computes the same each time `rounds` times idle, and as often under load.
Result<SpreadFigures> measureSpread(Workbench& bench, std::size_t rounds);

} // namespace grindstone::sandbox::bench
