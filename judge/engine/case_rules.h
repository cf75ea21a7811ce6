// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/scoring.h"
#include "judge/engine/submission.h"
#include "judge/report/report.h"

#include <memory>

namespace grindstone::judge {

/// What the cases of one request mean for one another and for the whole: which need not be run once others failed, what
/// each scores, and what all come to. Thread-safe, since it never changes.
class CaseRules {
public:
    /// `statics` is what static validation test cases came to, one a group of the problem's tree; empty: there are
    /// none.
    explicit CaseRules(const JudgeRequest& request, StaticGrades statics = {});

    /// Gives a finished case its score, makes it Partial below its maximum, or JudgeError where the checker scored what
    /// can't be scored.
    void grade(std::size_t index, CaseResult& result) const;

    /// For each case, whether it need not be run, given the results so far.
    std::vector<bool> withoutWeight(const std::vector<std::optional<CaseResult>>& results) const;

    /// Verdict, score, groups and error of a report whose cases are complete. Cases that don't count after all become
    /// Skipped, unless all were asked for.
    void conclude(Report& report, const Grader& grader) const;

private:
    void concludeTree(Report& report, const Grader& grader) const;

    std::shared_ptr<const Problem> m_problem;
    StaticGrades m_statics;
    bool m_all = false;  ///< every case is run, whatever others came to
    bool m_tree = false; ///< the problem's tree decides; else the first failure
};

/// True for a case or submission that failed: Partial is none.
bool isFailure(std::optional<Verdict> verdict);

} // namespace grindstone::judge
