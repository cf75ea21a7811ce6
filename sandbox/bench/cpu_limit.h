// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/bench/statistics.h"
#include "sandbox/bench/workbench.h"

namespace grindstone::sandbox::bench {

/// How exactly a CPU limit ends a program that never would, in milliseconds.
struct CpuLimitFigures {
    Summary overshoot;  ///< CPU time reported, less the limit
    Summary limitToEnd; ///< from the moment the limit would be reached on a CPU of its own to the answer of Box::run()
};

/// Each of `rounds` runs has one of several limits between 100 and 400 ms.
Result<CpuLimitFigures> measureCpuLimit(Workbench& bench, std::size_t rounds);

} // namespace grindstone::sandbox::bench
