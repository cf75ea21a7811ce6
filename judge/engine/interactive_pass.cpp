// SPDX-License-Identifier: GPL-3.0-or-later
//
// A conversation and what it comes to. Three times bound it: the CPU time of each side, and the program's wall limit
// for both. The last would also end a talk with an interactor that computes for long while the program waits for it,
// which a package may allow; such a talk is had once more, with the interactor's own wall limit on top.
#include "judge/engine/interactive_pass.h"

#include "judge/checker/checker_judgement.h"
#include "judge/engine/program_run.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace grindstone::judge {

using sandbox::Ending;
using sandbox::JoinedOutcome;
using sandbox::JoinOptions;
using sandbox::LaunchSpec;
using sandbox::LimitHit;

namespace {

constexpr Bytes RoomForTranscript = Bytes::kib(64);
/// What an interactor may say to the program, if its package doesn't let it write more. By the package format these
/// words count as output of a validator too, which may be 8 MiB; packages don't keep to that, nor do judges.
constexpr Bytes MostTalk = Bytes::mib(64);

Result<UniqueFd> openAnswer(const CaseResult& planned) {
    if (planned.answerPath.empty()) {
        return sandbox::sealedMemory("grindstone-answer", planned.customAnswer.value_or(std::string()));
    }
    UniqueFd answer(::open(planned.answerPath.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!answer) {
        return fail("file.unreadable", planned.answerPath.string() + ": cannot be read: " + std::strerror(errno));
    }
    return answer;
}

/// A program that is done for needs no judgement, and one that isn't accepted need not go on.
std::function<bool(sandbox::Side, const sandbox::Outcome&)> decidesFor(CheckerKind interactor) {
    return [acceptance = interactor == CheckerKind::Icpc ? 42 : 0](sandbox::Side side, const sandbox::Outcome& ended) {
        return ended.ending != Ending::Exited || ended.exitCode != (side == Interaction::Program ? 0 : acceptance);
    };
}

bool endedByWall(const JoinedOutcome& outcome) {
    return !outcome.leftFirst && outcome.first.outcome.limit == LimitHit::Wall && !outcome.first.overstayed;
}

/// Two that speak to each other all the time may both be found waiting for a moment.
bool wereSilent(const JoinedOutcome& outcome) {
    return outcome.silence * 10 >= outcome.first.outcome.wall;
}

bool interactorTookTheTime(const JoinedOutcome& outcome) {
    const sandbox::Outcome& interactor = outcome.second.outcome;
    const bool programWaits = outcome.first.outcome.idle && wereSilent(outcome);
    return endedByWall(outcome) &&
           ((programWaits && !interactor.idle) || interactor.cpu() * 2 >= outcome.first.outcome.wall);
}

/// What an interactor of testlib's kind left for the checker; no file if it left none.
UniqueFd takeWritten(sandbox::Outcome& interactor) {
    const auto file = std::ranges::find(interactor.collected, InteractorOutput, &sandbox::CollectedFile::path);
    return file == interactor.collected.end() ? UniqueFd() : std::move(file->file);
}

Comparison endedEarly() {
    Comparison comparison;
    comparison.explanation.kind = Explanation::Kind::EndedEarly;
    return comparison;
}

} // namespace

Result<std::optional<PassResult>> InteractivePass::run(const PassInput& input, BoxSlot& slot,
                                                       std::stop_token stop) const {
    const UniqueFd answer = TRY(openAnswer(input.planned.result));
    std::optional<Talk> talk = TRY(converse(input, answer.get(), Terms::Usual, slot, stop));
    const std::optional<Terms> again = talk ? termsOfSecondRun(*talk) : std::nullopt;
    if (again) {
        talk = TRY(converse(input, answer.get(), *again, slot, stop));
    }
    if (!talk) {
        return std::nullopt;
    }
    const UniqueFd written = takeWritten(talk->outcome.second.outcome);
    PassResult result = TRY(judge(input, *std::move(talk)));
    result.rerun = again.has_value();
    const bool goesOn = m_setup.interactor->outputJudge && result.comparison && result.comparison->accepted;
    if (goesOn && !judgeWritten(input, written.get(), slot, std::move(stop), result)) {
        return std::nullopt;
    }
    return result;
}

/// False when a stop request ended it.
bool InteractivePass::judgeWritten(const PassInput& input, int written, BoxSlot& slot, std::stop_token stop,
                                   PassResult& result) const {
    Result<std::optional<Comparison>> comparison = compareWritten(input, written, slot, stop);
    if (!comparison) {
        result.comparison.reset();
        result.error = std::move(comparison).error();
        return !stop.stop_requested();
    }
    result.comparison = *std::move(comparison);
    return result.comparison.has_value();
}

Result<std::optional<Comparison>> InteractivePass::compareWritten(const PassInput& input, int written, BoxSlot& slot,
                                                                  std::stop_token stop) const {
    const CaseResult& planned = input.planned.result;
    const UniqueFd nothing = TRY(sandbox::sealedMemory("grindstone-output", {}));
    const UniqueFd answer = TRY(openAnswer(planned));
    return m_setup.interactor->outputJudge->judge({planned.name, input.planned.comparator,
                                                   "/proc/self/fd/" + std::to_string(answer.get()), input.input,
                                                   written >= 0 ? written : nothing.get(), input.feedback},
                                                  slot, std::move(stop));
}

std::optional<InteractivePass::Terms> InteractivePass::termsOfSecondRun(const Talk& talk) const {
    if (interactorTookTheTime(talk.outcome)) {
        return Terms::Patient;
    }
    return talk.overlapped && isWorthSecondRun(talk.program, m_setup.limits) ? std::optional(Terms::Alone)
                                                                             : std::nullopt;
}

Result<std::optional<InteractivePass::Talk>> InteractivePass::converse(const PassInput& input, int answer, Terms terms,
                                                                       BoxSlot& slot, std::stop_token stop) const {
    LaunchSpec program = programSpec(m_setup, input, -1);
    LaunchSpec interactor = interactorSpec(input, answer);
    const std::chrono::nanoseconds patience = interactor.limits.wallTime;
    interactor.limits.wallTime += program.limits.wallTime;
    program.limits.wallTime += terms == Terms::Patient ? patience : std::chrono::nanoseconds(0);
    const Bytes memory = program.limits.memory + interactor.limits.memory;
    const RunGate::Pass pass =
        terms == Terms::Usual ? m_gate.enter(memory, stop, input.waits) : m_gate.enterAlone(memory, stop);
    if (!pass) {
        return std::nullopt;
    }
    const CpuSeats::Seat seat(m_seats);
    JoinOptions options{seat.cpu(),
                        {program.limits.wallTime, patience},
                        sandbox::Unheard::IsDropped,
                        decidesFor(m_setup.interactor->program.kind),
                        {}};
    options.transcript = input.planned.result.visibility == Visibility::Shown ? RoomForTranscript : Bytes();
    Talk talk;
    talk.outcome = TRY(slot.runJoined({program, {m_setup.language->visiblePaths, {}}},
                                      {interactor, {m_setup.interactor->program.visiblePaths, {}}}, options, stop));
    if (stop.stop_requested() &&
        (wasCancelled(talk.outcome.first.outcome) || wasCancelled(talk.outcome.second.outcome))) {
        return std::nullopt;
    }
    talk.program = judge::factsOf(talk.outcome.first.outcome);
    talk.overlapped = pass.overlapped();
    return talk;
}

Result<PassResult> InteractivePass::judge(const PassInput& input, Talk talk) const {
    const CheckerProgram& interactor = m_setup.interactor->program;
    Result<Comparison> judgement = judgementOf(interactor.kind, interactor.name + " on " + input.planned.result.name,
                                               talk.outcome.second.outcome, m_setup.interactor->allowance.output);
    const InteractionFacts facts = factsOf(talk, judgement);
    const InteractionRuling ruling = rule(facts);
    PassResult result;
    result.interaction = Interaction{ruling.note, nullptr};
    if (input.planned.result.visibility == Visibility::Shown) {
        result.interaction->transcript =
            std::make_shared<const sandbox::Transcript>(std::move(talk.outcome.transcript));
    }
    result.outcome = std::move(talk.outcome.first.outcome);
    switch (ruling.decisive) {
    case InteractionRuling::Decisive::Program:
        result.ruling = facts.program;
        break;
    case InteractionRuling::Decisive::Interactor:
        result.comparison = *std::move(judgement);
        if (input.feedback.lasts) {
            result.comparison->files = std::make_shared<const std::vector<sandbox::CollectedFile>>(
                std::move(talk.outcome.second.outcome.collected));
        }
        break;
    case InteractionRuling::Decisive::LeftEarly:
        result.comparison = endedEarly();
        break;
    case InteractionRuling::Decisive::Failure:
        result.error = std::move(judgement).error();
        break;
    }
    return result;
}

InteractionFacts InteractivePass::factsOf(const Talk& talk, const Result<Comparison>& judgement) const {
    using Judgement = InteractionFacts::Judgement;
    const sandbox::Outcome& interactor = talk.outcome.second.outcome;
    InteractionFacts facts;
    facts.program = judge::rule(talk.program, m_setup.limits);
    facts.judgement = !judgement ? Judgement::None : judgement->accepted ? Judgement::Accepted : Judgement::Rejected;
    facts.interactorAtLimit = interactor.limit != LimitHit::None;
    facts.leftFirst = talk.outcome.leftFirst;
    facts.endedByWall = endedByWall(talk.outcome);
    facts.programWaited = talk.outcome.first.outcome.idle && wereSilent(talk.outcome);
    facts.interactorWaited = interactor.idle;
    return facts;
}

LaunchSpec InteractivePass::interactorSpec(const PassInput& input, int answer) const {
    const Interactor& interactor = *m_setup.interactor;
    LaunchSpec spec = checkerSpec(interactor.program, interactor.allowance,
                                  {input.input, answer, -1, input.planned.comparator.arguments, input.feedback});
    spec.limits.output = std::max(spec.limits.output, MostTalk);
    return spec;
}

} // namespace grindstone::judge
