// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a run becomes a verdict. Three things are kept apart: what the sandbox did (a limit ended the run), what was
// measured (CPU time over the limit although the program ended by itself before it was killed), and what the program
// said (its exit). A peak of memory alone is never a verdict: page cache counts into it.
#include "judge/engine/verdict_rules.h"

#include "judge/engine/effective_limits.h"

namespace grindstone::judge {

using sandbox::Ending;
using sandbox::LimitHit;

namespace {

/// A report that a program with a bug makes as well counts only where memory can really have been short:
/// `new int[1e15]` is a bug.
bool ranOutOfMemory(const RunFacts& facts, const EffectiveLimits& limits) {
    const bool nearLimit = facts.peakMemory.count() >= limits.memory.count() / 10 * 9;
    const bool believed = facts.memoryReport == MemoryReport::Sure ||
                          (facts.memoryReport == MemoryReport::Claimed && (nearLimit || facts.addressSpaceLimited));
    return believed && endedBadly(facts);
}

} // namespace

bool endedBadly(const RunFacts& facts) {
    return facts.ending != Ending::Exited || facts.exitCode != 0;
}

Ruling rule(const RunFacts& facts, const EffectiveLimits& limits) {
    switch (facts.limit) {
    case LimitHit::Cpu:
        return {Verdict::TimeLimit, LimitHit::Cpu};
    case LimitHit::Wall:
        // On a busy machine a looping program meets the wall limit after its own and before it is killed.
        return {Verdict::TimeLimit, facts.cpu > limits.cpuTime ? LimitHit::Cpu : LimitHit::Wall};
    case LimitHit::Memory:
        return {Verdict::MemoryLimit, facts.limit};
    case LimitHit::Output:
        return {Verdict::OutputLimit, facts.limit};
    case LimitHit::None:
        break;
    }
    if (facts.outOfMemory || ranOutOfMemory(facts, limits)) {
        return {Verdict::MemoryLimit, LimitHit::Memory};
    }
    if (facts.cpu > limits.cpuTime) {
        return {Verdict::TimeLimit, LimitHit::Cpu};
    }
    if (endedBadly(facts)) {
        return {Verdict::RuntimeError, LimitHit::None};
    }
    return {};
}

bool isWorthSecondRun(const RunFacts& facts, const EffectiveLimits& limits) {
    if (facts.limit == LimitHit::Memory || facts.limit == LimitHit::Output) {
        return false;
    }
    const std::chrono::nanoseconds limit = limits.cpuTime;
    if (facts.limit == LimitHit::Wall) {
        return facts.cpu < limit && !facts.idle;
    }
    return facts.cpu * 10 >= limit * 7 && facts.cpu < killTime(limits);
}

bool isStarved(const RunFacts& facts, const EffectiveLimits& limits) {
    return facts.limit == LimitHit::Wall && !facts.idle && facts.cpu <= limits.cpuTime &&
           facts.starved > facts.wall / 2;
}

std::optional<Verdict> overallVerdict(const std::vector<CaseResult>& cases) {
    std::optional<Verdict> overall;
    for (const CaseResult& result : cases) {
        if (result.verdict && *result.verdict != Verdict::Accepted) {
            return result.verdict;
        }
        overall = result.verdict ? result.verdict : overall;
    }
    return overall;
}

} // namespace grindstone::judge
