// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/case_rules.h"

#include "judge/engine/case_score.h"
#include "judge/engine/verdict_rules.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

/// A tree knows passed and failed.
Verdict inTree(Verdict verdict) {
    return verdict == Verdict::Partial ? Verdict::Accepted : verdict;
}

std::vector<std::optional<Verdict>> verdictsIn(const std::vector<std::optional<CaseResult>>& results) {
    std::vector<std::optional<Verdict>> verdicts;
    for (const std::optional<CaseResult>& result : results) {
        verdicts.push_back(result && result->verdict ? std::optional(inTree(*result->verdict)) : std::nullopt);
    }
    return verdicts;
}

std::vector<std::optional<Grade>> gradesOf(const std::vector<CaseResult>& cases) {
    std::vector<std::optional<Grade>> grades;
    for (const CaseResult& result : cases) {
        const bool run = result.verdict && *result.verdict != Verdict::Skipped;
        grades.push_back(run ? std::optional(Grade{inTree(*result.verdict), result.score.value_or(0)}) : std::nullopt);
    }
    return grades;
}

CaseResult skipped(const CaseResult& result) {
    CaseResult skipped;
    skipped.name = result.name;
    skipped.visibility = result.visibility;
    skipped.verdict = Verdict::Skipped;
    skipped.inputPath = result.inputPath;
    skipped.answerPath = result.answerPath;
    skipped.arguments = result.arguments;
    skipped.files = result.files;
    skipped.customInput = result.customInput;
    return skipped;
}

} // namespace

bool isFailure(std::optional<Verdict> verdict) {
    return verdict && *verdict != Verdict::Accepted && *verdict != Verdict::Partial;
}

CaseRules::CaseRules(const JudgeRequest& request, StaticGrades statics)
    : m_problem(request.problem), m_statics(std::move(statics)), m_all(request.allCases || request.mode == Mode::Run),
      m_tree(request.mode == Mode::Submit && !request.problem->tree.empty()) {}

void CaseRules::grade(std::size_t index, CaseResult& result) const {
    const TestTree& tree = m_problem->tree;
    if (!tree.scored) {
        refusePoints(result);
    } else if (m_tree) {
        const bool own = index < tree.caseMaxScores.size();
        scoreCase(tree, tree.groups[tree.holder[index]], result,
                  own ? std::optional(tree.caseMaxScores[index]) : std::nullopt);
    }
}

std::vector<bool> CaseRules::withoutWeight(const std::vector<std::optional<CaseResult>>& results) const {
    if (m_all) {
        return std::vector<bool>(results.size());
    }
    if (m_tree) {
        return casesWithoutWeight(m_problem->tree, verdictsIn(results), m_statics);
    }
    std::vector<bool> without;
    bool failed = false;
    for (const std::optional<CaseResult>& result : results) {
        without.push_back(failed);
        failed |= result && isFailure(result->verdict);
    }
    return without;
}

void CaseRules::conclude(Report& report, const Grader& grader) const {
    if (m_tree) {
        concludeTree(report, grader);
    } else {
        report.verdict = overallVerdict(report.cases);
    }
    const auto failed = std::ranges::find(report.cases, report.verdict, &CaseResult::verdict);
    if (report.verdict == Verdict::JudgeError && !report.error && failed != report.cases.end()) {
        report.error = failed->error;
    }
}

void CaseRules::concludeTree(Report& report, const Grader& grader) const {
    TreeScore score = scoreTree(m_problem->tree, gradesOf(report.cases), grader, m_statics);
    report.verdict = score.verdict;
    report.error = std::move(score.error);
    for (std::size_t i = 0; i < report.cases.size() && !m_all; ++i) {
        if (!score.counted[i] && report.cases[i].verdict != Verdict::Skipped) {
            report.cases[i] = skipped(report.cases[i]);
        }
    }
    if (m_problem->tree.scored) {
        report.score = score.score;
        report.maxScore = score.maxScore;
        report.groups = std::move(score.groups);
    }
}

} // namespace grindstone::judge
