// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/full_marks.h"

#include "judge/text/number.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace grindstone::judge {

namespace {

double combine(ScoreRule rule, const std::vector<double>& scores) {
    const double sum = std::accumulate(scores.begin(), scores.end(), 0.0);
    switch (rule) {
    case ScoreRule::Average:
        return sum / static_cast<double>(scores.size());
    case ScoreRule::Minimum:
        return std::ranges::min(scores);
    case ScoreRule::Maximum:
        return std::ranges::max(scores);
    case ScoreRule::Sum:
    case ScoreRule::AllOrNothing:
        break;
    }
    return sum;
}

/// What the group comes to when every item of it has full marks, if that can be known.
std::optional<double> reached(const TestTree& tree, const TestGroup& group) {
    std::vector<double> scores;
    for (const GroupItem& item : group.items) {
        const std::optional<double> best = item.isGroup           ? tree.groups[item.index].maxScore
                                           : tree.validatorsScore ? std::nullopt
                                                                  : std::optional(group.acceptScore);
        if (!best || group.customGrader) {
            return std::nullopt;
        }
        scores.push_back(*best);
    }
    return group.lastCounts ? scores.back() : combine(group.scoreRule, scores);
}

tl::unexpected<Error> invalid(const TestGroup& group, unsigned line, const std::string& what) {
    return YamlReader("data/" + group.name + "/test_group.yaml").invalid({.line = line}, what);
}

/// The cases that the group itself holds share its maximum.
void setCaseMaximum(TestGroup& group, double staticScore) {
    const auto cases = std::ranges::count(group.items, false, &GroupItem::isGroup);
    if (group.maxScore && cases > 0) {
        const bool shared = group.scoreRule == ScoreRule::Sum;
        group.caseMaxScore = shared ? (*group.maxScore - staticScore) / static_cast<double>(cases) : *group.maxScore;
    }
}

Result<void> checkMaximum(const TestGroup& group, const TestGroup& secret, const CurrentSettings& settings) {
    if (!settings.maxScore && (settings.aggregation == ScoreRule::AllOrNothing || secret.maxScore)) {
        return invalid(group, settings.line,
                       secret.maxScore ? "the group has no max_score, while data/secret has one of " +
                                             readableNumber(*secret.maxScore) + "; write one"
                                       : std::string("a group of aggregation pass-fail needs a max_score; write one"));
    }
    if (settings.maxScore && settings.staticScore > *settings.maxScore) {
        return invalid(group, settings.line, "static_validation_score is more than max_score; make it less");
    }
    if (secret.scoreRule == ScoreRule::AllOrNothing && settings.aggregation != ScoreRule::AllOrNothing) {
        return invalid(group, settings.line,
                       "score_aggregation must be pass-fail here, as it is in data/secret; change one of them");
    }
    return {};
}

Result<void> checkSecret(const TestGroup& secret, const CurrentSettings& settings) {
    if (!settings.maxScore && settings.aggregation == ScoreRule::AllOrNothing) {
        return invalid(secret, settings.line,
                       "max_score can't be unbounded with aggregation pass-fail; write a number");
    }
    const auto groups = std::ranges::count(secret.items, true, &GroupItem::isGroup);
    if (groups > 0 && groups != static_cast<std::ptrdiff_t>(secret.items.size())) {
        return fail("package.invalid", "data/secret: there are test cases beside test groups; put each case into a "
                                       "folder with a test_group.yaml");
    }
    return {};
}

void warnOfSum(const TestTree& tree, const TestGroup& secret, std::vector<std::string>& warnings) {
    double sum = secret.staticMaxScore;
    for (const GroupItem& item : secret.items) {
        if (!item.isGroup) {
            return;
        }
        sum += tree.groups[item.index].maxScore.value_or(0);
    }
    if (secret.maxScore && secret.scoreRule == ScoreRule::Sum && sum != *secret.maxScore) {
        warnings.push_back("data/secret: the maximum scores of its groups add up to " + readableNumber(sum) +
                           ", not to " + readableNumber(*secret.maxScore));
    }
}

} // namespace

void findFullMarks(TestTree& tree, const std::vector<LegacySettings>& settings) {
    for (std::size_t i = tree.groups.size(); i-- > 0;) {
        TestGroup& group = tree.groups[i];
        const double bound = tree.lessIsBetter ? group.lowest : group.highest;
        const std::optional<double> inherited = std::isfinite(bound) ? std::optional(bound) : std::nullopt;
        std::optional<double> best = reached(tree, group);
        if (best) {
            best = std::clamp(*best, group.lowest, group.highest);
        }
        group.maxScore = settings[i].ownRange && inherited ? inherited : best ? best : inherited;
    }
}

Result<void> setFullMarks(TestTree& tree, const std::vector<CurrentSettings>& settings,
                          std::vector<std::string>& warnings) {
    const auto secret = std::ranges::find(tree.groups, "secret", &TestGroup::name);
    for (std::size_t i = 0; i < tree.groups.size(); ++i) {
        TestGroup& group = tree.groups[i];
        group.lowest = 0;
        group.maxScore = settings[i].maxScore;
        group.highest = group.maxScore.value_or(group.highest);
        if (group.name == "secret") {
            TRY(checkSecret(group, settings[i]));
        } else if (group.name.starts_with("secret/")) {
            TRY(checkMaximum(group, *secret, settings[i]));
        }
        setCaseMaximum(group, settings[i].staticScore);
    }
    if (secret != tree.groups.end()) {
        warnOfSum(tree, *secret, warnings);
        tree.groups.front().maxScore = secret->maxScore;
    }
    return {};
}

} // namespace grindstone::judge
