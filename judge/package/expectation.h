// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/name_pattern.h"
#include "judge/package/verdict_set.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// Scores that are permitted, both ends included.
struct ScoreRange {
    double lowest = 0;
    double highest = 0;

    /// With room for the rounding of sums.
    bool holds(double score) const;
};

/// What each of some cases may come to, and what one of them has to (2025-09). Plain value.
struct ExpectationRule {
    std::string origin; ///< where it stands, for messages: "submissions/submissions.yaml:4", "submissions/wrong_answer"
    std::string pattern;                      ///< of the cases, as it was written; empty: all of them
    std::shared_ptr<const NamePattern> cases; ///< over names of cases and groups below data/; null: all of them
    VerdictSet permitted = VerdictSet::all();
    VerdictSet required = VerdictSet::all();
    std::optional<ScoreRange> score;  ///< of the submission, or of each group that the pattern names
    std::string message;              ///< has to be part of what the validator says of one of the cases
    bool setsTimeLimit = false;       ///< its slowest case has to lie well below the time limit
    bool mustExceedTimeLimit = false; ///< its slowest case has to lie well above it

    bool coversCase(const std::string& name) const { return !cases || cases->covers(name); }
};

/// What a submission has to come to as a whole: the legacy format's folders, and annotations in sources. Plain value.
struct WholeExpectation {
    std::string origin;        ///< as a rule has it
    VerdictSet verdict;        ///< empty: any; it is right when the submission's verdict is one of these,
    VerdictSet someCase;       ///< or when some case comes to one of these, and
    VerdictSet neverCase;      ///< none to one of these
    bool belowMaximum = false; ///< its score has to be below full marks
    std::optional<double> score;
    bool setsTimeLimit = false;       ///< as a rule has it
    bool mustExceedTimeLimit = false; ///< the same
};

/// What a submission of a package is for. Empty: nothing is known of that. Plain value.
struct Expectation {
    std::vector<ExpectationRule> rules; ///< each has to hold
    std::optional<WholeExpectation> whole;

    bool empty() const { return rules.empty() && !whole; }
    /// The verdicts of which one is wanted, for a table; empty where anything goes.
    VerdictSet wanted() const;
};

} // namespace grindstone::judge
