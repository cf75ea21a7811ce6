// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/bench/cpu_limit.h"
#include "sandbox/bench/latency.h"
#include "sandbox/bench/peer.h"
#include "sandbox/bench/spread.h"
#include "sandbox/sandbox.h"

namespace grindstone::sandbox::bench {

struct SandboxBenchOptions {
    std::string helperPath;
    std::size_t runs = 300;
    Peer peer = Peer::None;
    std::optional<Tier> tier; ///< the tier to measure; the best that there is when not given
};

/// All that is measured of a sandbox.
struct SandboxFigures {
    std::size_t runs = 0;
    unsigned cpus = 1;
    double loadAverage = 0; ///< of the minute before: what else the machine had to do
    Capabilities capabilities;
    std::vector<std::string> includes; ///< see includedProtections()
    Latency latency;
    std::vector<std::string> peerCommand; ///< empty: no peer
    CpuLimitFigures cpuLimit;
    double memoryErrorKib = 0;
    std::optional<double> memoryErrorWithLargeParentKib; ///< nothing where there was no room for the large block
    SpreadFigures spread;
};

/// True when others left too little of the machine for figures to mean much. `loadAverage` is that of the minute before.
bool wasBusy(double loadAverage, unsigned cpus);

/// Measures the sandbox of this machine; takes half a minute with 300 runs. Blocking. Fails with "interrupted" when a
/// stop is asked for, "bench.…", or a "sandbox.…" of the sandbox itself.
Result<SandboxFigures> benchSandbox(const SandboxBenchOptions& options, const OnProgress& onProgress,
                                    std::stop_token stop);

} // namespace grindstone::sandbox::bench
