// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/bench/cpu_limit.h"

#include <array>

namespace grindstone::sandbox::bench {

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::nanoseconds, 5> CpuLimits{100ms, 250ms, 150ms, 400ms, 317ms};

} // namespace

Result<CpuLimitFigures> measureCpuLimit(Workbench& bench, std::size_t rounds) {
    std::vector<double> overshoot;
    std::vector<double> limitToEnd;
    LaunchSpec spec = specOf({bench.programs().load(), "spin"});
    for (std::size_t i = 0; i < rounds; ++i) {
        TRY(bench.step(Stage::CpuLimit, i, rounds));
        spec.limits.cpuTime = CpuLimits[i % CpuLimits.size()];
        const TimedOutcome timed = TRY(bench.run(spec));
        if (timed.outcome.limit != LimitHit::Cpu) {
            return fail("bench.program-failed", spec.arguments.front() + " was not ended by its CPU limit");
        }
        overshoot.push_back(milliseconds(timed.outcome.cpu() - spec.limits.cpuTime));
        limitToEnd.push_back(milliseconds(timed.elapsed - spec.limits.cpuTime));
    }
    return CpuLimitFigures{summarize(overshoot), summarize(limitToEnd)};
}

} // namespace grindstone::sandbox::bench
