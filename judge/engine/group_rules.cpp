// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/group_rules.h"

#include <algorithm>
#include <numeric>

namespace grindstone::judge {

namespace {

bool isAccepted(const Grade& grade) {
    return grade.verdict == Verdict::Accepted;
}

/// Of two groups in which nothing was run, or which another one holds back, the reason lies in the other.
Verdict firstError(const std::vector<Grade>& items) {
    Verdict first = Verdict::Accepted;
    for (const Grade& item : items) {
        if (!isAccepted(item) && (first == Verdict::Accepted || first == Verdict::Skipped)) {
            first = item.verdict;
        }
    }
    return first;
}

Verdict worstError(const std::vector<Grade>& items) {
    for (const Verdict bad : {Verdict::JudgeError, Verdict::RuntimeError, Verdict::MemoryLimit, Verdict::TimeLimit,
                              Verdict::OutputLimit, Verdict::WrongAnswer}) {
        if (std::ranges::find(items, bad, &Grade::verdict) != items.end()) {
            return bad;
        }
    }
    return Verdict::Accepted;
}

Verdict verdictOf(const TestGroup& group, const std::vector<Grade>& items) {
    if (group.verdictRule == VerdictRule::AlwaysAccept ||
        (group.acceptsIfAny && std::ranges::any_of(items, isAccepted))) {
        return Verdict::Accepted;
    }
    return group.verdictRule == VerdictRule::FirstError ? firstError(items) : worstError(items);
}

double sum(const std::vector<Grade>& items) {
    return std::accumulate(items.begin(), items.end(), 0.0,
                           [](double before, const Grade& item) { return before + item.score; });
}

double scoreOf(const TestGroup& group, const std::vector<Grade>& items, bool accepted) {
    switch (group.scoreRule) {
    case ScoreRule::AllOrNothing:
        return accepted ? group.maxScore.value_or(0) : 0;
    case ScoreRule::Average:
        return sum(items) / static_cast<double>(items.size());
    case ScoreRule::Minimum:
        return std::ranges::min(items, {}, &Grade::score).score;
    case ScoreRule::Maximum:
        return std::ranges::max(items, {}, &Grade::score).score;
    case ScoreRule::Sum:
        break;
    }
    return sum(items);
}

} // namespace

Grade defaultGrade(const TestGroup& group, const std::vector<Grade>& items) {
    const Verdict verdict = verdictOf(group, items);
    return {verdict, scoreOf(group, items, verdict == Verdict::Accepted)};
}

Grade aggregatedGrade(const TestGroup& group, const std::vector<Grade>& items) {
    const Verdict verdict = firstError(items);
    return {verdict, scoreOf(group, items, verdict == Verdict::Accepted)};
}

} // namespace grindstone::judge
