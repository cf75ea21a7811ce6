// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// How the verdicts of what a group holds become the group's.
enum class VerdictRule {
    FirstError,   ///< the first that isn't accepted
    WorstError,   ///< the worst that isn't accepted, in the legacy format's order
    AlwaysAccept, ///< accepted, whatever they are
};

/// How their scores become the group's.
enum class ScoreRule {
    AllOrNothing, ///< the group's maximum if all is accepted, else 0
    Sum,
    Average,
    Minimum,
    Maximum,
};

/// What a group holds: a case or another group, by its place in Problem::cases or TestTree::groups.
struct GroupItem {
    bool isGroup = false;
    std::size_t index = 0;
};

/// Cases that are scored together. Plain value.
struct TestGroup {
    std::string name;             ///< "data", "sample", "secret", "secret/group1"
    std::vector<GroupItem> items; ///< in the order in which they are judged; empty only beside a static case
    std::size_t firstCase = 0;    ///< its cases, those of groups in it included, follow one another
    std::size_t endCase = 0;      ///< one past the last
    bool stopsAtFailure = true;   ///< what comes in it after a failure is not run and does not count
    VerdictRule verdictRule = VerdictRule::FirstError;
    ScoreRule scoreRule = ScoreRule::Sum;
    bool acceptsIfAny = false; ///< one accepted item is enough
    bool lastCounts = false;   ///< only its last item counts: data/secret, without the samples
    bool customGrader = false; ///< the package's program says verdict and score
    std::vector<std::string> graderArguments;
    double acceptScore = 1; ///< of a case of its own that has no score from a validator (legacy)
    double rejectScore = 0;
    double lowest = -std::numeric_limits<double>::infinity(); ///< scores outside are the package's fault
    double highest = std::numeric_limits<double>::infinity();
    std::optional<double> maxScore;       ///< what full marks are; none: unbounded, or not known
    std::optional<double> caseMaxScore;   ///< the same for each case of its own (2025-09); none: unbounded
    bool hasStaticCase = false;           ///< a static validation test case is judged before its items
    double staticMaxScore = 0;            ///< what that is worth; 0 where it is passed or failed
    std::vector<std::size_t> requirement; ///< earlier groups all of whose cases have to be accepted before it is run
};

/// Which format's rules a tree of groups follows.
enum class ScoringRules {
    Legacy,  ///< graders
    Current, ///< 2025-09: the score of data/secret, by aggregation
};

/// How a problem's cases are grouped and scored. Plain value; empty for a problem in which simply every case has to be
/// passed.
struct TestTree {
    ScoringRules rules = ScoringRules::Legacy;
    bool scored = false;             ///< there are scores, not verdicts alone
    bool validatorsScore = false;    ///< the package's validators may give scores
    bool lessIsBetter = false;       ///< the score is to be as small as can be (legacy)
    std::vector<TestGroup> groups;   ///< the first is the whole, "data"; each comes before the groups that it holds
    std::vector<std::size_t> holder; ///< for each case, the group that holds it itself
    /// For each case, what it may score at most, where the cases of a group differ; empty: as their group has it.
    std::vector<double> caseMaxScores;

    bool empty() const { return groups.empty(); }
};

} // namespace grindstone::judge
