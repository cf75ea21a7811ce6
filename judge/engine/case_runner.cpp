// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/case_runner.h"

#include "judge/engine/effective_limits.h"
#include "judge/engine/uncaught_error.h"
#include "judge/language/command.h"
#include "judge/report/capture.h"
#include "sandbox/profiles.h"

#include <new>

namespace grindstone::judge {

using sandbox::Ending;
using sandbox::LaunchSpec;
using sandbox::Outcome;

namespace {

/// Of an accepted case's output this much is kept; of the others all, while the budget of the submission lasts.
constexpr Bytes KeptOfAccepted = Bytes::kib(64);
constexpr std::int64_t CaptureBudget = 256LL << 20;
/// The end of standard error in which a runtime's last words are looked for: a thousand lines of a stack come with
/// them.
constexpr std::uint64_t LastWords = 256 << 10;

/// Room for thread stacks, which reserve as much as the memory limit each: RLIMIT_AS only stops what nobody could
/// have meant, before the machine suffers from it.
Bytes addressSpace(const EffectiveLimits& limits, const Language& language) {
    return Bytes(limits.memory.count() * (language.processes + 2)) + Bytes::mib(256);
}

Result<UniqueFd> openInput(const CaseResult& planned) {
    return planned.customInput ? sandbox::sealedMemory("grindstone-input", *planned.customInput)
                               : sandbox::sealedCopyOf(planned.inputPath.string());
}

bool hasAnswer(const CaseResult& planned) {
    return planned.customAnswer || !planned.answerPath.empty();
}

void describe(const Outcome& outcome, const Ruling& ruling, CaseResult& result) {
    result.verdict = ruling.verdict;
    result.limit = ruling.limit;
    result.cpu = outcome.cpu();
    result.wall = outcome.wall;
    result.memory = outcome.peakMemory;
    result.idle = outcome.idle;
    result.starved = outcome.starved;
    result.blockedCalls = outcome.blockedCalls;
    if (outcome.ending == Ending::Exited) {
        result.exitCode = outcome.exitCode;
    } else if (outcome.ending == Ending::Signalled) {
        result.signal = outcome.signal;
    }
    if (result.verdict == Verdict::RuntimeError) {
        result.uncaught = findUncaughtError(readEnd(outcome.standardError, LastWords));
    }
}

RunFacts factsOf(const Outcome& outcome) {
    RunFacts facts;
    facts.ending = outcome.ending;
    facts.exitCode = outcome.exitCode;
    facts.limit = outcome.limit;
    facts.cpu = outcome.cpu();
    facts.peakMemory = outcome.peakMemory;
    facts.outOfMemory = outcome.outOfMemory;
    facts.idle = outcome.idle;
    facts.wall = outcome.wall;
    facts.starved = outcome.starved;
    facts.addressSpaceLimited = outcome.addressSpaceLimited;
    if (endedBadly(facts)) {
        facts.memoryReport = findMemoryReport(readEnd(outcome.standardError, LastWords));
    }
    return facts;
}

/// A file that the package brought is not one that the person named.
Error ofCase(const PlannedCase& planned, Error error) {
    return error.code == "file.unreadable" ? Error{"case.unreadable", planned.result.name + ": " + error.detail}
                                           : std::move(error);
}

Error starvation(const PlannedCase& planned, const Outcome& outcome) {
    using std::chrono::duration_cast;
    const auto wall = duration_cast<std::chrono::seconds>(outcome.wall).count();
    const auto cpu = duration_cast<std::chrono::milliseconds>(outcome.cpu()).count();
    return {"judge.starved", planned.result.name + ": in " + std::to_string(wall) + " s other programs left it " +
                                 std::to_string(cpu) + " ms of CPU time"};
}

CaseResult judgeError(const PlannedCase& planned, Error error) {
    CaseResult result = planned.result;
    result.verdict = Verdict::JudgeError;
    result.error = std::move(error);
    return result;
}

} // namespace

CaseRunner::CaseRunner(RunSetup setup, RunGate& gate)
    : m_setup(std::move(setup)), m_gate(gate), m_captureBudget(CaptureBudget) {}

std::optional<CaseResult> CaseRunner::run(const PlannedCase& planned, BoxSlot& slot, std::stop_token stop) {
    try {
        Result<std::optional<CaseResult>> result = judge(planned, slot, stop);
        if (result) {
            return *std::move(result);
        }
        return stop.stop_requested() ? std::nullopt
                                     : std::optional(judgeError(planned, ofCase(planned, std::move(result).error())));
    } catch (const std::bad_alloc&) {
        return judgeError(planned, {"judge.memory", planned.result.name + ": the judge ran out of memory"});
    }
}

Result<std::optional<CaseResult>> CaseRunner::judge(const PlannedCase& planned, BoxSlot& slot, std::stop_token stop) {
    const UniqueFd input = TRY(openInput(planned.result));
    CaseResult result = planned.result;
    std::optional<Attempt> attempt = TRY(this->attempt(input.get(), Company::Shared, slot, stop));
    if (attempt && attempt->overlapped && isWorthSecondRun(attempt->facts, m_setup.limits)) {
        attempt = TRY(this->attempt(input.get(), Company::Alone, slot, stop));
        result.rerun = true;
    }
    if (!attempt) {
        return std::nullopt;
    }
    if (isStarved(attempt->facts, m_setup.limits)) {
        return fail(starvation(planned, attempt->outcome));
    }
    describe(attempt->outcome, rule(attempt->facts, m_setup.limits), result);
    const int output = attempt->outcome.standardOutput.file.get();
    if (!result.verdict && hasAnswer(planned.result) &&
        !judgeOutput(planned, input.get(), output, slot, stop, result)) {
        return std::nullopt;
    }
    TRY(keepCaptures(std::move(attempt->outcome), result));
    return result;
}

Result<std::optional<CaseRunner::Attempt>> CaseRunner::attempt(int input, Company company, BoxSlot& slot,
                                                               std::stop_token stop) {
    const Bytes memory = m_setup.limits.memory;
    const RunGate::Pass pass = company == Company::Alone ? m_gate.enterAlone(memory, stop) : m_gate.enter(memory, stop);
    if (!pass) {
        return std::nullopt;
    }
    Attempt attempt;
    attempt.outcome =
        TRY(slot.run(launchSpec(input), sandbox::BoxOptions{m_setup.language->visiblePaths, {}}, std::move(stop)));
    if (wasCancelled(attempt.outcome)) {
        return std::nullopt;
    }
    attempt.facts = factsOf(attempt.outcome);
    attempt.overlapped = pass.overlapped();
    return attempt;
}

LaunchSpec CaseRunner::launchSpec(int input) const {
    const Language& language = *m_setup.language;
    const EffectiveLimits& limits = m_setup.limits;
    LaunchSpec spec =
        sandbox::runningSpec({killTime(limits), limits.wallTime, limits.memory}, limits.output, language.processes);
    spec.arguments = expandCommand(language.run, {m_setup.tool,
                                                  m_setup.program->entry,
                                                  {m_setup.program->entry},
                                                  Bytes(limits.memory.count() - language.extraMemory.count())});
    spec.environment = boxEnvironment(language);
    for (const ProgramFile& file : m_setup.program->files) {
        spec.files.push_back({sandbox::Area::Program, file.path, file.content.get(), file.executable});
    }
    spec.standardInput = input;
    if (language.addressSpaceLimit) {
        spec.addressSpace = addressSpace(limits, language);
    }
    return spec;
}

bool CaseRunner::judgeOutput(const PlannedCase& planned, int input, int output, BoxSlot& slot, std::stop_token stop,
                             CaseResult& result) const {
    Result<std::optional<Comparison>> comparison = compareOutput(planned, input, output, slot, stop);
    if (!comparison) {
        result.verdict = Verdict::JudgeError;
        result.error = ofCase(planned, std::move(comparison).error());
        return !stop.stop_requested();
    }
    if (*comparison) {
        result.verdict = (*comparison)->accepted ? Verdict::Accepted : Verdict::WrongAnswer;
        result.explanation = std::move((*comparison)->explanation);
        result.feedback = std::move((*comparison)->feedback);
    }
    return comparison->has_value();
}

Result<std::optional<Comparison>> CaseRunner::compareOutput(const PlannedCase& planned, int input, int output,
                                                            BoxSlot& slot, std::stop_token stop) const {
    std::filesystem::path answer = planned.result.answerPath;
    UniqueFd typed;
    if (planned.result.customAnswer) {
        typed = TRY(sandbox::sealedMemory("grindstone-answer", *planned.result.customAnswer));
        answer = "/proc/self/fd/" + std::to_string(typed.get());
    }
    return m_setup.outputJudge->judge({planned.result.name, planned.comparator, answer, input, output}, slot,
                                      std::move(stop));
}

Result<void> CaseRunner::keepCaptures(Outcome outcome, CaseResult& result) {
    const auto size = outcome.standardOutput.size + outcome.standardError.size;
    const auto wanted = static_cast<std::int64_t>(size.count());
    const bool keepAll = result.verdict != Verdict::Accepted && m_captureBudget.fetch_sub(wanted) >= wanted;
    const Bytes most = keepAll ? size : KeptOfAccepted;
    result.standardOutput =
        std::make_shared<const sandbox::Capture>(TRY(shorten(std::move(outcome.standardOutput), most)));
    result.standardError =
        std::make_shared<const sandbox::Capture>(TRY(shorten(std::move(outcome.standardError), most)));
    return {};
}

} // namespace grindstone::judge
