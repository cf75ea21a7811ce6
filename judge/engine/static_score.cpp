// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/static_score.h"

#include "judge/engine/case_score.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

const TestGroup* groupOf(const TestTree& tree, const StaticResult& result) {
    const auto group = std::ranges::find(tree.groups, result.group, &TestGroup::name);
    return tree.scored && group != tree.groups.end() ? &*group : nullptr;
}

/// A tree knows passed and failed.
Verdict inTree(Verdict verdict) {
    return verdict == Verdict::Partial ? Verdict::Accepted : verdict;
}

} // namespace

void scoreStatically(const TestTree& tree, StaticResult& result) {
    const TestGroup* group = groupOf(tree, result);
    if (group == nullptr) {
        return;
    }
    TestGroup asCase = *group;
    asCase.caseMaxScore = group->staticMaxScore;
    CaseResult judged;
    judged.name = result.group + ", static validation";
    judged.verdict = result.verdict;
    judged.feedback = result.feedback;
    judged.error = result.error;
    scoreCase(tree, asCase, judged);
    result.verdict = judged.verdict.value_or(result.verdict);
    result.score = judged.score;
    result.maxScore = judged.maxScore;
    result.error = std::move(judged.error);
}

StaticGrades staticGrades(const TestTree& tree, const std::vector<StaticResult>& results) {
    StaticGrades grades(tree.scored ? tree.groups.size() : 0);
    for (const StaticResult& result : results) {
        if (const TestGroup* group = groupOf(tree, result)) {
            const auto index = static_cast<std::size_t>(group - tree.groups.data());
            grades[index] = Grade{inTree(result.verdict), result.score.value_or(0)};
        }
    }
    return grades;
}

} // namespace grindstone::judge
