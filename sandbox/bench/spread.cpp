// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/bench/spread.h"

#include "sandbox/bench/statistics.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace grindstone::sandbox::bench {

namespace {

/// Some 100 ms on a CPU of today.
constexpr const char* MillionSteps = "50";

/// Keeps all CPUs busy as long as it lives.
class BusyThreads {
public:
    BusyThreads() {
        for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
            m_threads.emplace_back([](const std::stop_token& stop) {
                while (!stop.stop_requested()) {
                }
            });
        }
    }

private:
    std::vector<std::jthread> m_threads;
};

struct Times {
    std::vector<double> cpu;
    std::vector<double> wall;
};

Result<Times> timeWork(Workbench& bench, std::size_t rounds, std::size_t done) {
    Times times;
    const LaunchSpec spec = specOf({bench.programs().load(), "work", MillionSteps});
    for (std::size_t i = 0; i < rounds; ++i) {
        TRY(bench.step(Stage::Spread, done + i, 2 * rounds));
        const TimedOutcome timed = TRY(bench.runToEnd(spec));
        times.cpu.push_back(milliseconds(timed.outcome.cpu()));
        times.wall.push_back(milliseconds(timed.outcome.wall));
    }
    return times;
}

} // namespace

Result<SpreadFigures> measureSpread(Workbench& bench, std::size_t rounds) {
    const Times idle = TRY(timeWork(bench, rounds, 0));
    const BusyThreads busy;
    const Times loaded = TRY(timeWork(bench, rounds, rounds));
    return SpreadFigures{{spreadPercent(idle.cpu), spreadPercent(loaded.cpu)},
                         {spreadPercent(idle.wall), spreadPercent(loaded.wall)}};
}

} // namespace grindstone::sandbox::bench
