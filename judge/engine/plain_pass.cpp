// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/plain_pass.h"

#include "judge/engine/program_run.h"

namespace grindstone::judge {

namespace {

/// Without a checker's word nobody knows whether another pass follows, be there an answer or not.
bool canBeJudged(const PassInput& input) {
    const CaseResult& planned = input.planned.result;
    return planned.customAnswer || !planned.answerPath.empty() || input.feedback.lasts;
}

} // namespace

Result<std::optional<PassResult>> PlainPass::run(const PassInput& input, BoxSlot& slot, std::stop_token stop) const {
    PassResult result;
    std::optional<Attempt> attempt = TRY(this->attempt(input, Company::Shared, slot, stop));
    if (attempt && attempt->overlapped && isWorthSecondRun(attempt->facts, m_setup.limits)) {
        attempt = TRY(this->attempt(input, Company::Alone, slot, stop));
        result.rerun = true;
    }
    if (!attempt) {
        return std::nullopt;
    }
    if (isStarved(attempt->facts, m_setup.limits)) {
        return fail(starvation(input.planned.result.name, attempt->outcome));
    }
    result.outcome = std::move(attempt->outcome);
    result.ruling = rule(attempt->facts, m_setup.limits);
    if (!result.ruling.verdict && canBeJudged(input) && !judgeOutput(input, slot, stop, result)) {
        return std::nullopt;
    }
    return result;
}

Result<std::optional<PlainPass::Attempt>> PlainPass::attempt(const PassInput& input, Company company, BoxSlot& slot,
                                                             std::stop_token stop) const {
    const Bytes memory = m_setup.limits.memory;
    const RunGate::Pass pass =
        company == Company::Alone ? m_gate.enterAlone(memory, stop) : m_gate.enter(memory, stop, input.waits);
    if (!pass) {
        return std::nullopt;
    }
    Attempt attempt;
    attempt.outcome = TRY(slot.run(programSpec(m_setup, input, input.input),
                                   sandbox::BoxOptions{m_setup.language->visiblePaths, {}}, std::move(stop)));
    if (wasCancelled(attempt.outcome)) {
        return std::nullopt;
    }
    TRY(takeOutputFile(m_setup, attempt.outcome));
    attempt.facts = factsOf(attempt.outcome);
    attempt.overlapped = pass.overlapped();
    return attempt;
}

bool PlainPass::judgeOutput(const PassInput& input, BoxSlot& slot, std::stop_token stop, PassResult& result) const {
    Result<std::optional<Comparison>> comparison =
        compareOutput(input, result.outcome.standardOutput.file.get(), slot, stop);
    if (!comparison) {
        result.error = std::move(comparison).error();
        return !stop.stop_requested();
    }
    result.comparison = *std::move(comparison);
    return result.comparison.has_value();
}

Result<std::optional<Comparison>> PlainPass::compareOutput(const PassInput& input, int output, BoxSlot& slot,
                                                           std::stop_token stop) const {
    const CaseResult& planned = input.planned.result;
    std::filesystem::path answer = planned.answerPath;
    UniqueFd typed;
    if (planned.answerPath.empty()) {
        typed = TRY(sandbox::sealedMemory("grindstone-answer", planned.customAnswer.value_or(std::string())));
        answer = "/proc/self/fd/" + std::to_string(typed.get());
    }
    return m_setup.outputJudge->judge(
        {planned.name, input.planned.comparator, answer, input.input, output, input.feedback}, slot, std::move(stop));
}

} // namespace grindstone::judge
