// SPDX-License-Identifier: GPL-3.0-or-later
//
// A tree is walked in the order of judging. A group's items are graded one after the other; where it stops at a
// failure the rest doesn't count, even if it was run. What is left is aggregated by the rules of the package's format.
//
// Verdicts are accepted or not on the way up. Only in what is told at the end does an accepted group with less than
// full marks become a partial one, and under the rules of 2025-09 also a failed one that has some.
#include "judge/engine/scoring.h"

#include "judge/engine/group_rules.h"
#include "judge/text/number.h"

#include <algorithm>
#include <cmath>

namespace grindstone::judge {

namespace {

class TreeScoring {
public:
    TreeScoring(const TestTree& tree, const std::vector<std::optional<Grade>>& cases, const Grader& grader,
                const StaticGrades& statics)
        : m_tree(tree), m_cases(cases), m_grader(grader), m_statics(statics) {}

    TreeScore score();

private:
    Grade gradeGroup(std::size_t index);
    Grade gradeItem(const GroupItem& item);
    bool isHeldBack(const TestGroup& group) const;
    std::vector<Grade> gradeItems(std::size_t index);
    Grade gradeItemsOf(std::size_t index);
    Grade aggregate(const TestGroup& group, std::vector<Grade> items);
    Grade inRange(const TestGroup& group, Grade grade);
    Grade judgeError(Error error);
    GroupResult tell(const TestGroup& group, const std::optional<Grade>& grade) const;
    std::optional<double> shownScore(const Grade& grade) const;
    Verdict shownVerdict(const TestGroup& group, const Grade& grade) const;

    const TestTree& m_tree;
    const std::vector<std::optional<Grade>>& m_cases;
    const Grader& m_grader;
    const StaticGrades& m_statics;
    std::vector<std::optional<Grade>> m_grades; ///< of the groups that were looked at
    TreeScore m_result;
};

TreeScore TreeScoring::score() {
    m_grades.resize(m_tree.groups.size());
    m_result.counted.assign(m_cases.size(), false);
    gradeGroup(0);
    for (std::size_t i = 0; i < m_tree.groups.size(); ++i) {
        m_result.groups.push_back(tell(m_tree.groups[i], m_grades[i]));
    }
    const GroupResult& whole = m_result.groups.front();
    m_result.verdict = whole.verdict;
    m_result.score = whole.score;
    m_result.maxScore = whole.maxScore;
    return std::move(m_result);
}

Grade TreeScoring::gradeGroup(std::size_t index) {
    const TestGroup& group = m_tree.groups[index];
    m_grades[index] = isHeldBack(group) ? Grade{Verdict::Skipped, 0} : gradeItemsOf(index);
    return *m_grades[index];
}

bool TreeScoring::isHeldBack(const TestGroup& group) const {
    return std::ranges::any_of(group.requirement, [this](std::size_t required) {
        return !m_grades[required] || m_grades[required]->verdict != Verdict::Accepted;
    });
}

Grade TreeScoring::gradeItem(const GroupItem& item) {
    if (item.isGroup) {
        return gradeGroup(item.index);
    }
    m_result.counted[item.index] = true;
    return m_cases[item.index].value_or(Grade{Verdict::Skipped, 0});
}

/// What was said of the sources comes first.
std::vector<Grade> TreeScoring::gradeItems(std::size_t index) {
    const TestGroup& group = m_tree.groups[index];
    std::vector<Grade> items;
    if (index < m_statics.size() && m_statics[index]) {
        items.push_back(*m_statics[index]);
        if (group.stopsAtFailure && items.back().verdict != Verdict::Accepted) {
            return items;
        }
    }
    for (const GroupItem& item : group.items) {
        items.push_back(gradeItem(item));
        if (group.stopsAtFailure && items.back().verdict != Verdict::Accepted) {
            break;
        }
    }
    return items;
}

Grade TreeScoring::gradeItemsOf(std::size_t index) {
    const TestGroup& group = m_tree.groups[index];
    std::vector<Grade> items = gradeItems(index);
    if (items.empty()) {
        return {Verdict::Skipped, 0};
    }
    if (std::ranges::find(items, Verdict::JudgeError, &Grade::verdict) != items.end()) {
        return {Verdict::JudgeError, 0};
    }
    if (group.lastCounts && items.back().verdict != Verdict::Skipped) {
        items.erase(items.begin(), items.end() - 1);
    }
    return inRange(group, aggregate(group, std::move(items)));
}

Grade TreeScoring::aggregate(const TestGroup& group, std::vector<Grade> items) {
    if (!group.customGrader) {
        return m_tree.rules == ScoringRules::Legacy ? defaultGrade(group, items) : aggregatedGrade(group, items);
    }
    Result<Grade> grade = m_grader(group, items);
    return grade ? *grade : judgeError(std::move(grade).error());
}

/// A sum of decimals that only rounding takes away from its bounds is put onto them.
Grade TreeScoring::inRange(const TestGroup& group, Grade grade) {
    const bool legacy = m_tree.rules == ScoringRules::Legacy;
    if (!m_tree.scored || grade.verdict == Verdict::JudgeError || (legacy && grade.verdict != Verdict::Accepted)) {
        return grade;
    }
    if (isBelow(grade.score, group.lowest) || isBelow(group.highest, grade.score)) {
        return judgeError({"score.range", "data/" + group.name + ": a score of " + readableNumber(grade.score) +
                                              " lies outside of what the group may have, " +
                                              readableNumber(group.lowest) + " to " + readableNumber(group.highest)});
    }
    grade.score = std::clamp(grade.score, group.lowest, group.highest);
    return grade;
}

Grade TreeScoring::judgeError(Error error) {
    if (!m_result.error) {
        m_result.error = std::move(error);
    }
    return {Verdict::JudgeError, 0};
}

GroupResult TreeScoring::tell(const TestGroup& group, const std::optional<Grade>& grade) const {
    GroupResult result;
    result.name = group.name;
    result.maxScore = m_tree.scored ? group.maxScore : std::nullopt;
    result.verdict = grade ? shownVerdict(group, *grade) : Verdict::Skipped;
    result.score = grade ? shownScore(*grade) : std::nullopt;
    return result;
}

/// A legacy grader's score means nothing beside a verdict other than accepted.
std::optional<double> TreeScoring::shownScore(const Grade& grade) const {
    const bool counts = m_tree.rules == ScoringRules::Current ? grade.verdict != Verdict::JudgeError
                                                              : grade.verdict == Verdict::Accepted;
    return m_tree.scored && counts ? std::optional(grade.score) : std::nullopt;
}

Verdict TreeScoring::shownVerdict(const TestGroup& group, const Grade& grade) const {
    const std::optional<double> score = shownScore(grade);
    if (!score) {
        return grade.verdict;
    }
    if (grade.verdict != Verdict::Accepted) {
        return *score > 0 ? Verdict::Partial : grade.verdict;
    }
    const bool worse =
        group.maxScore && (m_tree.lessIsBetter ? isBelow(*group.maxScore, *score) : isBelow(*score, *group.maxScore));
    return worse ? Verdict::Partial : Verdict::Accepted;
}

} // namespace

bool isBelow(double score, double maxScore) {
    constexpr double Lost = 1e-9;
    return score < maxScore && !(maxScore - score <= Lost * std::max(1.0, std::abs(maxScore)));
}

TreeScore scoreTree(const TestTree& tree, const std::vector<std::optional<Grade>>& cases, const Grader& grader,
                    const StaticGrades& statics) {
    return TreeScoring(tree, cases, grader, statics).score();
}

} // namespace grindstone::judge
