// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_report.h"

#include "app/cli/figure_json.h"
#include "app/cli/json_parts.h"

namespace grindstone::cli {

namespace {

using sandbox::bench::SandboxFigures;
using sandbox::bench::Spread;
using sandbox::bench::Summary;

nlohmann::ordered_json kibJson(const std::optional<double>& median) {
    return median ? nlohmann::ordered_json{{"median", rounded(*median, 1)}} : nlohmann::ordered_json();
}

nlohmann::ordered_json spreadJson(const Spread& spread) {
    return {{"idle", rounded(spread.idle, 2)}, {"loaded", rounded(spread.loaded, 2)}};
}

/// null when none was asked for.
nlohmann::ordered_json peerJson(const SandboxFigures& figures) {
    const sandbox::bench::Latency& latency = figures.latency;
    if (!latency.peerRun || !latency.peerOverhead) {
        return {};
    }
    return {{"name", "bwrap"},
            {"command", figures.peerCommand},
            {"run_us", summaryJson(*latency.peerRun, 1)},
            {"overhead_us", summaryJson(*latency.peerOverhead, 1)},
            {"overhead_ratio", rounded(latency.peerOverhead->median / latency.overhead.median, 2)}};
}

} // namespace

nlohmann::ordered_json toJson(const SandboxFigures& figures) {
    const sandbox::bench::Latency& latency = figures.latency;
    return {{"schema", "grindstone-bench-sandbox/1"},
            {"runs", figures.runs},
            {"baseline_vfork_exec_us", summaryJson(latency.baseline, 1)},
            {"box_run_us", summaryJson(latency.boxRun, 1)},
            {"overhead_us", summaryJson(latency.overhead, 1)},
            {"back_to_back_us", summaryJson(latency.backToBackOverhead, 1)},
            {"back_to_back_run_us", summaryJson(latency.backToBackRun, 1)},
            {"tier", code(figures.capabilities.tier)},
            {"cgroup", cgroupCode(figures.capabilities.memory)},
            {"includes", figures.includes},
            {"cpus", figures.cpus},
            {"load_average", rounded(figures.loadAverage, 2)},
            {"cpu_overshoot_ms", summaryJson(figures.cpuLimit.overshoot, 3)},
            {"cpu_limit_to_end_ms", summaryJson(figures.cpuLimit.limitToEnd, 3)},
            {"memory_error_kib", kibJson(figures.memoryErrorKib)},
            {"memory_error_with_1gb_parent_kib", kibJson(figures.memoryErrorWithLargeParentKib)},
            {"cpu_spread_percent", spreadJson(figures.spread.cpu)},
            {"wall_spread_percent", spreadJson(figures.spread.wall)},
            {"peer", peerJson(figures)}};
}

} // namespace grindstone::cli
