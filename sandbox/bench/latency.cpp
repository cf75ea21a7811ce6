// SPDX-License-Identifier: GPL-3.0-or-later
//
// In each round every way of starting the no-op gets its turn, so that whatever slows the machine down for a while
// slows all of them. Before each start there is the same little pause: a box uses it to prepare its next run, as it
// does in the judge while an output is compared, and all of them start on a CPU that was just as idle. The second
// series has no pauses, so it counts the preparing too.
#include "sandbox/bench/latency.h"

#include "sandbox/bench/plain_process.h"

#include <thread>

namespace grindstone::sandbox::bench {

namespace {

constexpr auto Pause = std::chrono::milliseconds(2);
/// Rounds that aren't counted: caches and the kernel's own tables fill.
constexpr std::size_t WarmUp = 10;

struct Samples {
    std::vector<double> baseline;
    std::vector<double> box;
    std::vector<double> peer;
    std::vector<double> backToBack;
};

class LatencyRounds {
public:
    LatencyRounds(Workbench& bench, const std::vector<std::string>& peerCommand)
        : m_bench(bench), m_plain({bench.programs().noop()}), m_spec(specOf({bench.programs().noop()})) {
        if (!peerCommand.empty()) {
            m_peer.emplace(peerCommand);
        }
    }

    Result<void> round(Samples& samples) {
        samples.baseline.push_back(microseconds(TRY(pausedRun(m_plain, "bench.program-failed"))));
        std::this_thread::sleep_for(Pause);
        samples.box.push_back(TRY(timeBox()));
        if (m_peer) {
            samples.peer.push_back(microseconds(TRY(pausedRun(*m_peer, "bench.peer-failed"))));
        }
        return {};
    }

    Result<double> timeBox() { return microseconds(TRY(m_bench.runToEnd(m_spec)).elapsed); }

private:
    static Result<std::chrono::nanoseconds> pausedRun(const PlainProcess& process, const char* failureCode) {
        std::this_thread::sleep_for(Pause);
        return process.run(failureCode);
    }

    Workbench& m_bench;
    PlainProcess m_plain;
    LaunchSpec m_spec;
    std::optional<PlainProcess> m_peer;
};

Result<void> measureRounds(Workbench& bench, LatencyRounds& rounds, std::size_t runs, Samples& samples) {
    for (std::size_t i = 0; i < WarmUp + runs; ++i) {
        if (i == WarmUp) {
            samples = {};
        }
        TRY(bench.step(Stage::Latency, i, WarmUp + runs));
        TRY(rounds.round(samples));
    }
    return {};
}

Result<void> measureBackToBack(Workbench& bench, LatencyRounds& rounds, std::size_t runs, Samples& samples) {
    TRY(bench.step(Stage::BackToBack, 0, runs));
    for (std::size_t i = 0; i < WarmUp + runs; ++i) {
        const double time = TRY(rounds.timeBox());
        if (i >= WarmUp) {
            samples.backToBack.push_back(time);
        }
    }
    return {};
}

Latency summarize(const Samples& samples, bool withPeer) {
    Latency latency;
    latency.baseline = bench::summarize(samples.baseline);
    latency.boxRun = bench::summarize(samples.box);
    latency.overhead = bench::summarize(differences(samples.box, samples.baseline));
    latency.backToBackRun = bench::summarize(samples.backToBack);
    latency.backToBackOverhead = {latency.backToBackRun.median - latency.baseline.median,
                                  latency.backToBackRun.p95 - latency.baseline.median};
    if (withPeer) {
        latency.peerRun = bench::summarize(samples.peer);
        latency.peerOverhead = bench::summarize(differences(samples.peer, samples.baseline));
    }
    return latency;
}

} // namespace

Result<Latency> measureLatency(Workbench& bench, std::size_t runs, const std::vector<std::string>& peerCommand) {
    LatencyRounds rounds(bench, peerCommand);
    Samples samples;
    TRY(measureRounds(bench, rounds, runs, samples));
    TRY(measureBackToBack(bench, rounds, runs, samples));
    return summarize(samples, !peerCommand.empty());
}

} // namespace grindstone::sandbox::bench
