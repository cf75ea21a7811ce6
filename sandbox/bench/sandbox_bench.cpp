// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/bench/sandbox_bench.h"

#include "sandbox/bench/conditions.h"
#include "sandbox/bench/memory_figure.h"
#include "sandbox/bench/protections.h"

#include <algorithm>
#include <thread>

namespace grindstone::sandbox::bench {

namespace {

/// What takes long is done less often.
std::size_t roundsFor(std::size_t runs) {
    return std::clamp<std::size_t>(runs / 15, 3, 20);
}

SandboxOptions optionsFor(const std::optional<Tier>& tier) {
    SandboxOptions options;
    if (tier) {
        options.cgroup2 = *tier == Tier::Full;
        options.cgroup1 = *tier == Tier::FullCgroup1;
        options.namespaces = *tier != Tier::NoNamespaces;
        options.allowNoNamespaces = *tier == Tier::NoNamespaces;
    }
    return options;
}

Result<std::unique_ptr<Sandbox>> startSandbox(const SandboxBenchOptions& options) {
    auto sandbox = TRY(Sandbox::start(options.helperPath, optionsFor(options.tier)));
    const Capabilities& found = sandbox->capabilities();
    if (options.tier && found.tier != *options.tier) {
        const std::string why = found.obstacles.empty() ? std::string() : ": " + found.obstacles.front().detail;
        return fail("bench.no-such-tier",
                    std::string(code(*options.tier)) + " (got " + std::string(code(found.tier)) + why + ")");
    }
    return sandbox;
}

/// A sandbox of its own, since what must not show is the size of the process that starts it.
Result<std::optional<double>> measureWithLargeParent(const SandboxBenchOptions& options, const BenchPrograms& programs,
                                                     const OnProgress& onProgress, const std::stop_token& stop) {
    const std::optional<LargeBlock> block = LargeBlock::allocate();
    if (!block) {
        return std::optional<double>();
    }
    const auto sandbox = TRY(startSandbox(options));
    Workbench bench = TRY(Workbench::create(*sandbox, programs, onProgress, stop));
    return std::optional(TRY(measureMemoryError(bench, roundsFor(options.runs))));
}

} // namespace

bool wasBusy(double loadAverage, unsigned cpus) {
    return loadAverage > 0.5 * cpus;
}

Result<SandboxFigures> benchSandbox(const SandboxBenchOptions& options, const OnProgress& onProgress,
                                    std::stop_token stop) {
    const BenchPrograms programs = TRY(BenchPrograms::find(options.helperPath));
    SandboxFigures figures;
    figures.runs = options.runs;
    figures.cpus = std::max(1U, std::thread::hardware_concurrency());
    figures.loadAverage = loadAverage();
    figures.peerCommand = TRY(findPeerCommand(options.peer, programs.noop()));
    const auto sandbox = TRY(startSandbox(options));
    figures.capabilities = sandbox->capabilities();
    figures.includes = includedProtections(figures.capabilities);
    Workbench bench = TRY(Workbench::create(*sandbox, programs, onProgress, stop));
    const std::size_t rounds = roundsFor(options.runs);
    figures.latency = TRY(measureLatency(bench, options.runs, figures.peerCommand));
    figures.cpuLimit = TRY(measureCpuLimit(bench, rounds));
    figures.memoryErrorKib = TRY(measureMemoryError(bench, rounds));
    figures.memoryErrorWithLargeParentKib = TRY(measureWithLargeParent(options, programs, onProgress, stop));
    figures.spread = TRY(measureSpread(bench, rounds));
    return figures;
}

} // namespace grindstone::sandbox::bench
