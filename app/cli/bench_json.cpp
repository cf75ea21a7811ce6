// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_report.h"

#include "app/cli/json_parts.h"

#include <cmath>

namespace grindstone::cli {

namespace {

using sandbox::bench::SandboxFigures;
using sandbox::bench::Spread;
using sandbox::bench::Summary;

/// More digits than a measurement has would only be read as if it had them.
double rounded(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

nlohmann::ordered_json microsecondsJson(const Summary& summary) {
    return {{"median", rounded(summary.median, 1)}, {"p95", rounded(summary.p95, 1)}};
}

nlohmann::ordered_json millisecondsJson(const Summary& summary) {
    return {{"median", rounded(summary.median, 3)}, {"p95", rounded(summary.p95, 3)}};
}

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
            {"run_us", microsecondsJson(*latency.peerRun)},
            {"overhead_us", microsecondsJson(*latency.peerOverhead)},
            {"overhead_ratio", rounded(latency.peerOverhead->median / latency.overhead.median, 2)}};
}

} // namespace

nlohmann::ordered_json toJson(const SandboxFigures& figures) {
    const sandbox::bench::Latency& latency = figures.latency;
    return {{"schema", "grindstone-bench-sandbox/1"},
            {"runs", figures.runs},
            {"baseline_vfork_exec_us", microsecondsJson(latency.baseline)},
            {"box_run_us", microsecondsJson(latency.boxRun)},
            {"overhead_us", microsecondsJson(latency.overhead)},
            {"back_to_back_us", microsecondsJson(latency.backToBackOverhead)},
            {"back_to_back_run_us", microsecondsJson(latency.backToBackRun)},
            {"tier", code(figures.capabilities.tier)},
            {"cgroup", cgroupCode(figures.capabilities.memory)},
            {"includes", figures.includes},
            {"cpus", figures.cpus},
            {"load_average", rounded(figures.loadAverage, 2)},
            {"cpu_overshoot_ms", millisecondsJson(figures.cpuLimit.overshoot)},
            {"cpu_limit_to_end_ms", millisecondsJson(figures.cpuLimit.limitToEnd)},
            {"memory_error_kib", kibJson(figures.memoryErrorKib)},
            {"memory_error_with_1gb_parent_kib", kibJson(figures.memoryErrorWithLargeParentKib)},
            {"cpu_spread_percent", spreadJson(figures.spread.cpu)},
            {"wall_spread_percent", spreadJson(figures.spread.wall)},
            {"peer", peerJson(figures)}};
}

} // namespace grindstone::cli
