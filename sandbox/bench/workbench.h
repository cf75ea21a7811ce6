// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/bench/bench_programs.h"
#include "sandbox/box.h"

#include <chrono>
#include <functional>

namespace grindstone::sandbox::bench {

/// The parts of the measuring, in their order.
enum class Stage { Latency, BackToBack, CpuLimit, Memory, Spread };

/// Called in the thread that measures, before each step.
using OnProgress = std::function<void(Stage stage, std::size_t done, std::size_t total)>;

struct TimedOutcome {
    Outcome outcome;
    std::chrono::nanoseconds elapsed{0}; ///< from the call of Box::run() to its return
};

/// What every measurement works with: the box, the programs in it, and a way to tell how far it is and to be stopped.
class Workbench {
public:
    /// Opens a box of `source` that shows the programs. All that is passed outlives this object.
    static Result<Workbench> create(BoxSource& source, const BenchPrograms& programs, const OnProgress& onProgress,
                                    std::stop_token stop);

    const BenchPrograms& programs() const { return *m_programs; }

    /// Tells of a step that is to come. Fails with "interrupted" when a stop was asked for.
    Result<void> step(Stage stage, std::size_t done, std::size_t total) const;

    /// Runs `spec`, however it ends. Fails with "interrupted", or as Box::run() does.
    Result<TimedOutcome> run(const LaunchSpec& spec);
    /// The same for a program that must end with exit status 0. Else fails with "bench.program-failed".
    Result<TimedOutcome> runToEnd(const LaunchSpec& spec);

private:
    Workbench(std::unique_ptr<Box> box, const BenchPrograms& programs, const OnProgress& onProgress,
              std::stop_token stop);

    std::unique_ptr<Box> m_box;
    const BenchPrograms* m_programs;
    const OnProgress* m_onProgress;
    std::stop_token m_stop;
};

/// A spec for one of the programs.
LaunchSpec specOf(std::vector<std::string> arguments);

double microseconds(std::chrono::nanoseconds time);
double milliseconds(std::chrono::nanoseconds time);

} // namespace grindstone::sandbox::bench
