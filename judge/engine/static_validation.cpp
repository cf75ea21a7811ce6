// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/static_validation.h"

#include "judge/checker/checker_judgement.h"
#include "judge/engine/source_names.h"

namespace grindstone::judge {

namespace {

/// The class or file with which the program begins.
std::string entryOf(const Language& language, const std::vector<SourceFile>& sources) {
    const std::string type = mainClass(language, sources);
    const std::vector<std::string> names = sourceNames(language, sources);
    return !type.empty() || names.empty() ? type : names.front();
}

std::string codeOf(const Language& language) {
    return language.icpcCodes.empty() ? language.id : language.icpcCodes.front();
}

StaticResult resultOf(const StaticCase& staticCase, Result<Comparison> judgement) {
    StaticResult result;
    result.group = staticCase.group;
    result.visibility = staticCase.isSample() ? Visibility::Shown : Visibility::VerdictOnly;
    if (!judgement) {
        result.verdict = Verdict::JudgeError;
        result.error = std::move(judgement).error();
        return result;
    }
    result.verdict = judgement->accepted ? Verdict::Accepted : Verdict::WrongAnswer;
    result.feedback = std::move(judgement->feedback);
    return result;
}

} // namespace

Result<std::optional<StaticResult>> StaticValidation::run(const StaticCase& staticCase, const Language& language,
                                                          const JoinedSources& joined, BoxSlot& slot,
                                                          std::stop_token stop) const {
    const std::vector<ProgramFile> sources = TRY(sealSources(joined.sources));
    const sandbox::LaunchSpec spec = staticCheckerSpec(
        m_program, m_allowance, {codeOf(language), entryOf(language, joined.sources), staticCase.arguments, sources});
    const RunGate::Pass pass = m_gate.enter(spec.limits.memory, stop);
    if (!pass) {
        return std::nullopt;
    }
    const sandbox::Outcome outcome =
        TRY(slot.run(spec, sandbox::BoxOptions{m_program.visiblePaths, {}}, std::move(stop)));
    if (wasCancelled(outcome)) {
        return std::nullopt;
    }
    return resultOf(staticCase, judgementOf(m_program.kind, m_program.name + " on " + staticCase.group, outcome,
                                            m_allowance.output));
}

} // namespace grindstone::judge
