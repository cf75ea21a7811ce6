// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/bench/statistics.h"
#include "sandbox/bench/workbench.h"

#include <optional>

namespace grindstone::sandbox::bench {

/// What a run of the no-op costs, in microseconds. An overhead is the difference to the plain start of the same round.
struct Latency {
    Summary baseline;
    Summary boxRun;
    Summary overhead;
    Summary backToBackRun;
    Summary backToBackOverhead; ///< over the median of the same baseline
    std::optional<Summary> peerRun;
    std::optional<Summary> peerOverhead;
};

/// Measures `runs` rounds: the no-op started plainly, the same in the box and, when `peerCommand` isn't empty, by that;
/// then as many runs in the box without a pause.
Result<Latency> measureLatency(Workbench& bench, std::size_t runs, const std::vector<std::string>& peerCommand);

} // namespace grindstone::sandbox::bench
