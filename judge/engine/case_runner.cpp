// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/case_runner.h"

#include "judge/engine/program_run.h"
#include "judge/engine/uncaught_error.h"
#include "judge/report/capture.h"

#include <fcntl.h>

#include <cerrno>
#include <cstring>
#include <new>

namespace grindstone::judge {

using sandbox::Ending;
using sandbox::Outcome;

namespace {

/// Of an accepted case's output this much is kept; of the others all, while the budget of the submission lasts.
constexpr Bytes KeptOfAccepted = Bytes::kib(64);
constexpr std::int64_t CaptureBudget = 256LL << 20;

Result<UniqueFd> openInput(const CaseResult& planned) {
    return planned.customInput ? sandbox::sealedMemory("grindstone-input", *planned.customInput)
                               : sandbox::sealedCopyOf(planned.inputPath.string());
}

/// The files of a case that the program may open. They are copied into its box before it starts.
Result<std::vector<ProgramFile>> openFiles(const CaseResult& planned) {
    std::vector<ProgramFile> files;
    for (const PackageFile& file : planned.files) {
        UniqueFd content(::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
        if (!content) {
            return fail("file.unreadable", file.path.string() + ": " + std::strerror(errno));
        }
        files.push_back({file.name, std::move(content), false});
    }
    return files;
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

/// A file that the package brought is not one that the person named.
Error ofCase(const PlannedCase& planned, Error error) {
    return error.code == "file.unreadable" ? Error{"case.unreadable", planned.result.name + ": " + error.detail}
                                           : std::move(error);
}

void describeJudgement(const PlannedCase& planned, PassResult& pass, CaseResult& result) {
    if (pass.interaction) {
        result.interaction = std::move(pass.interaction);
    }
    if (pass.error) {
        result.verdict = Verdict::JudgeError;
        result.error = ofCase(planned, *std::move(pass.error));
    } else if (pass.comparison) {
        result.verdict = pass.comparison->accepted ? Verdict::Accepted : Verdict::WrongAnswer;
        result.explanation = std::move(pass.comparison->explanation);
        result.feedback = std::move(pass.comparison->feedback);
    }
}

void describePasses(std::vector<PassReport> passes, CaseResult& result) {
    for (const PassReport& pass : passes) {
        result.cpu = std::max(result.cpu, pass.cpu);
        result.wall = std::max(result.wall, pass.wall);
        result.memory = std::max(result.memory, pass.memory);
    }
    result.passes = std::move(passes);
}

CaseResult judgeError(const PlannedCase& planned, Error error) {
    CaseResult result = planned.result;
    result.verdict = Verdict::JudgeError;
    result.error = std::move(error);
    return result;
}

} // namespace

CaseRunner::CaseRunner(const RunSetup& setup, RunGate& gate)
    : m_passes(makePassRunner(setup, gate)), m_sequence(*m_passes, setup.passes), m_captureBudget(CaptureBudget) {}

std::optional<CaseResult> CaseRunner::run(const PlannedCase& planned, BoxSlot& slot, std::stop_token stop,
                                          const WaitSink& waits) {
    try {
        Result<std::optional<CaseResult>> result = judge(planned, slot, stop, waits);
        if (result) {
            return *std::move(result);
        }
        return stop.stop_requested() ? std::nullopt
                                     : std::optional(judgeError(planned, ofCase(planned, std::move(result).error())));
    } catch (const std::bad_alloc&) {
        return judgeError(planned, {"judge.memory", planned.result.name + ": the judge ran out of memory"});
    }
}

Result<std::optional<CaseResult>> CaseRunner::judge(const PlannedCase& planned, BoxSlot& slot, std::stop_token stop,
                                                    const WaitSink& waits) {
    const UniqueFd input = TRY(openInput(planned.result));
    const std::vector<ProgramFile> files = TRY(openFiles(planned.result));
    std::optional<PassesResult> passes =
        TRY(m_sequence.run({planned, input.get(), files, waits}, slot, std::move(stop)));
    if (!passes) {
        return std::nullopt;
    }
    PassResult& last = passes->last;
    CaseResult result = planned.result;
    result.rerun = passes->rerun;
    describe(last.outcome, last.ruling, result);
    describeJudgement(planned, last, result);
    describePasses(std::move(passes->reports), result);
    TRY(keepCaptures(std::move(last.outcome), result));
    return result;
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
