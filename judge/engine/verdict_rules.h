// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/memory_report.h"
#include "judge/report/report.h"
#include "judge/verdict.h"
#include "sandbox/outcome.h"

#include <optional>

namespace grindstone::judge {

/// The signs of one finished run that a verdict is made of. Plain value.
struct RunFacts {
    sandbox::Ending ending = sandbox::Ending::Exited;
    int exitCode = 0;
    sandbox::LimitHit limit = sandbox::LimitHit::None;
    std::chrono::nanoseconds cpu{0};
    Bytes peakMemory;
    bool outOfMemory = false;         ///< the kernel's event
    bool addressSpaceLimited = false; ///< RLIMIT_AS was set
    MemoryReport memoryReport = MemoryReport::None;
    bool idle = false; ///< at the wall limit nothing of it was runnable
    std::chrono::nanoseconds wall{0};
    std::chrono::nanoseconds starved{0}; ///< of `wall`, while others had the CPU
};

/// What the run says before anybody looks at the output.
struct Ruling {
    std::optional<Verdict> verdict; ///< none: it ended well, the comparator decides
    sandbox::LimitHit limit = sandbox::LimitHit::None;
};

/// The limit that really ended the run, or that was passed, comes first; then a runtime error. Pure.
Ruling rule(const RunFacts& facts, const EffectiveLimits& limits);

/// True for a program that failed, be it by exit code, by signal or at a limit: what it said on its way out matters.
bool endedBadly(const RunFacts& facts);

/// True when a run that shared the machine should be repeated alone before its verdict counts: its CPU time lies
/// between 0.7 and 1.5 × the limit, or the wall limit ended it with CPU time to spare while it wanted
/// a CPU. A program that slept was not held up by others.
bool isWorthSecondRun(const RunFacts& facts, const EffectiveLimits& limits);

/// True for a run that the wall limit ended although it asked for its CPU most of the time and got little of it: the
/// machine is too busy to judge, and nothing is known of the program.
bool isStarved(const RunFacts& facts, const EffectiveLimits& limits);

/// A submission's verdict: that of the first case that isn't accepted; Accepted when all that have a verdict are; none
/// when none has one.
std::optional<Verdict> overallVerdict(const std::vector<CaseResult>& cases);

} // namespace grindstone::judge
