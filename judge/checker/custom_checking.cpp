// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/checker/custom_checking.h"

#include "judge/checker/checker_judgement.h"

#include <fcntl.h>

#include <cerrno>
#include <cstring>

namespace grindstone::judge {

using sandbox::LaunchSpec;

CustomChecking::CustomChecking(std::vector<CheckerProgram> checkers, CheckerAllowance allowance, RunGate& gate)
    : m_checkers(std::move(checkers)), m_allowance(allowance), m_gate(gate) {}

Result<std::optional<Comparison>> CustomChecking::judge(const OutputToJudge& output, BoxSlot& slot,
                                                        std::stop_token stop) const {
    const UniqueFd answer(::open(output.answer.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!answer) {
        return fail("file.unreadable", output.answer.string() + ": cannot be read: " + std::strerror(errno));
    }
    std::optional<Comparison> comparison;
    for (const CheckerProgram& checker : m_checkers) {
        comparison = TRY(runOne(checker, output, answer.get(), slot, stop));
        if (!comparison || !comparison->accepted) {
            break;
        }
    }
    return comparison;
}

Result<std::optional<Comparison>> CustomChecking::runOne(const CheckerProgram& checker, const OutputToJudge& output,
                                                         int answer, BoxSlot& slot, std::stop_token stop) const {
    const LaunchSpec spec = checkerSpec(
        checker, m_allowance, {output.input, answer, output.output, output.comparator.arguments, output.feedback});
    const RunGate::Pass pass = m_gate.enter(spec.limits.memory, stop);
    if (!pass) {
        return std::nullopt;
    }
    sandbox::Outcome outcome = TRY(slot.run(spec, sandbox::BoxOptions{checker.visiblePaths, {}}, std::move(stop)));
    if (wasCancelled(outcome)) {
        return std::nullopt;
    }
    Comparison comparison =
        TRY(judgementOf(checker.kind, checker.name + " on " + output.caseName, outcome, m_allowance.output));
    if (output.feedback.lasts) {
        comparison.files = std::make_shared<const std::vector<sandbox::CollectedFile>>(std::move(outcome.collected));
    }
    return comparison;
}

} // namespace grindstone::judge
