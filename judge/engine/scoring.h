// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/problem/test_group.h"
#include "judge/report/score.h"
#include "judge/verdict.h"
#include "sandbox/base/result.h"

#include <functional>
#include <optional>
#include <vector>

namespace grindstone::judge {

/// What a case or a group came to. Partial never occurs here: a case that a validator accepted is accepted, whatever it
/// scored.
struct Grade {
    Verdict verdict = Verdict::Accepted;
    double score = 0;
};

/// The package's own program for a group's grade.
using Grader = std::function<Result<Grade>(const TestGroup& group, const std::vector<Grade>& items)>;

/// What the static validation test cases of a tree's groups came to, one a group; empty: there are none.
using StaticGrades = std::vector<std::optional<Grade>>;

/// Which cases of a tree need not be run, given the verdicts that are known already: those that don't count whatever
/// the others come to. More known verdicts never make fewer of them. Pure.
std::vector<bool> casesWithoutWeight(const TestTree& tree, const std::vector<std::optional<Verdict>>& known,
                                     const StaticGrades& statics = {});

/// What a judged tree came to.
struct TreeScore {
    std::vector<GroupResult> groups; ///< as in the tree
    std::vector<bool> counted;       ///< for each case, whether it did
    std::optional<Verdict> verdict;  ///< of the whole: Partial where the score lies below full marks
    std::optional<double> score;     ///< none where there are no scores, or where a rejected submission has none
    std::optional<double> maxScore;
    std::optional<Error> error; ///< for JudgeError: a score that its group can't have, or a grader that failed
};

/// The score of a tree all of whose cases that count have a grade (those without are taken for rejected). `grader` is
/// called for the groups that want it, innermost first. Pure but for that.
TreeScore scoreTree(const TestTree& tree, const std::vector<std::optional<Grade>>& cases, const Grader& grader,
                    const StaticGrades& statics = {});

/// A score below full marks by more than what adding up decimals loses.
bool isBelow(double score, double maxScore);

} // namespace grindstone::judge
