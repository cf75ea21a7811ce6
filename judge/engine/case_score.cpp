// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/case_score.h"

#include "judge/checker/checker_judgement.h"
#include "judge/engine/scoring.h"
#include "judge/text/number.h"

namespace grindstone::judge {

namespace {

void becomeJudgeError(CaseResult& result, const char* code, const std::string& what) {
    result.verdict = Verdict::JudgeError;
    result.score.reset();
    result.error = Error{code, result.name + ": " + what};
}

bool gaveScore(const CheckerFeedback& feedback) {
    return feedback.score || feedback.scoreFactor || !feedback.badScore.empty();
}

void scoreLegacyCase(const TestTree& tree, const TestGroup& group, CaseResult& result) {
    const CheckerFeedback& feedback = result.feedback;
    if (!gaveScore(feedback)) {
        result.score = result.verdict == Verdict::Accepted ? group.acceptScore : group.rejectScore;
    } else if (!tree.validatorsScore) {
        becomeJudgeError(result, "score.unwanted",
                         "the checker gave a score, but problem.yaml doesn't say that it does (\"validation: custom "
                         "score\")");
    } else if (feedback.score) {
        result.score = feedback.score;
    } else if (!feedback.badScore.empty()) {
        becomeJudgeError(result, "score.unreadable", feedback.badScore);
    } else {
        becomeJudgeError(result, "score.unwanted", "the checker accepted a part of a whole that has no maximum score");
    }
}

/// What a case may score at all under 2025-09; the samples have no score, and what is said of theirs doesn't matter.
bool isWorthNothing(const TestGroup& group) {
    return group.name == "sample" || group.name == "data";
}

void refuseScore(CaseResult& result, const char* why) {
    becomeJudgeError(result, "score.unwanted", std::string("the checker gave a score ") + why);
}

void takeFactor(std::optional<double> most, CaseResult& result) {
    const double factor = *result.feedback.scoreFactor;
    if (!most) {
        refuseScore(result, "multiplier for a case without a maximum score");
    } else if (!(factor >= 0 && factor <= 1)) {
        becomeJudgeError(result, "score.outside",
                         "the checker's score multiplier is " + readableNumber(factor) + ", not from 0 to 1");
    } else {
        result.score = factor * *most;
    }
}

void takeScore(std::optional<double> most, CaseResult& result) {
    const double score = *result.feedback.score;
    if (score < 0 || (most && isBelow(*most, score))) {
        becomeJudgeError(
            result, "score.outside",
            "the checker gave a score of " + readableNumber(score) +
                (score < 0 ? ", which is below 0" : ", more than the case's maximum of " + readableNumber(*most)));
    } else {
        result.score = score;
    }
}

void scoreAccepted(std::optional<double> most, CaseResult& result) {
    const CheckerFeedback& feedback = result.feedback;
    if (!feedback.badScore.empty()) {
        becomeJudgeError(result, "score.unreadable", feedback.badScore);
    } else if (feedback.score && feedback.scoreFactor) {
        refuseScore(result, "and a multiplier at once (score.txt and score_multiplier.txt)");
    } else if (feedback.scoreFactor) {
        takeFactor(most, result);
    } else if (feedback.score) {
        takeScore(most, result);
    } else if (most) {
        result.score = most;
    } else {
        becomeJudgeError(result, "score.missing",
                         "the checker accepted without giving a score (score.txt), which a case without a maximum "
                         "score needs");
    }
}

void scoreCurrentCase(const TestGroup& group, std::optional<double> most, CaseResult& result) {
    const bool accepted = result.verdict == Verdict::Accepted;
    if (isWorthNothing(group)) {
        return;
    }
    if (gaveScore(result.feedback) && !accepted) {
        refuseScore(result, "for a case that it doesn't accept");
    } else if (group.scoreRule == ScoreRule::AllOrNothing) {
        if (gaveScore(result.feedback)) {
            refuseScore(result, "in a group that is passed or failed (score_aggregation: pass-fail)");
        }
    } else if (accepted) {
        scoreAccepted(most, result);
        result.maxScore = most;
    } else {
        result.score = 0;
        result.maxScore = most;
    }
    if (result.score && accepted && result.maxScore && isBelow(*result.score, *result.maxScore)) {
        result.verdict = Verdict::Partial;
    }
}

} // namespace

void scoreCase(const TestTree& tree, const TestGroup& group, CaseResult& result, std::optional<double> most) {
    if (!result.verdict || result.verdict == Verdict::JudgeError) {
        return;
    }
    const bool open = most && !tree.groups.empty() && !tree.groups.front().maxScore;
    if (tree.rules == ScoringRules::Legacy) {
        scoreLegacyCase(tree, group, result);
    } else if (open && result.verdict == Verdict::Accepted && !gaveScore(result.feedback)) {
        result.score = most;
    } else {
        scoreCurrentCase(group, open ? std::nullopt : most ? most : group.caseMaxScore, result);
    }
}

void refusePoints(CaseResult& result) {
    if (result.feedback.points && result.verdict == Verdict::Accepted) {
        result.verdict = Verdict::JudgeError;
        result.error = refusedPoints(result.name, result.feedback);
    }
}

} // namespace grindstone::judge
