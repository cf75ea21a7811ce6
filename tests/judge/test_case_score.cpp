// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/case_score.h"
#include "judge/engine/static_score.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

Q_DECLARE_METATYPE(TestTree)
Q_DECLARE_METATYPE(TestGroup)
Q_DECLARE_METATYPE(CheckerFeedback)

namespace {

TestTree tree(ScoringRules rules, bool validatorsScore = true) {
    TestTree made;
    made.rules = rules;
    made.scored = true;
    made.validatorsScore = validatorsScore;
    return made;
}

TestGroup group(ScoreRule rule, std::optional<double> caseMaximum) {
    TestGroup made;
    made.name = "secret/a";
    made.scoreRule = rule;
    made.caseMaxScore = caseMaximum;
    made.acceptScore = 3;
    made.rejectScore = -1;
    return made;
}

CheckerFeedback score(double number) {
    CheckerFeedback feedback;
    feedback.score = number;
    return feedback;
}

CheckerFeedback factor(double number) {
    CheckerFeedback feedback;
    feedback.scoreFactor = number;
    return feedback;
}

CheckerFeedback bad() {
    CheckerFeedback feedback;
    feedback.badScore = "the checker wrote \"x\" into score.txt, which is no number";
    return feedback;
}

} // namespace

class TestCaseScore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scoresCases_data() {
        QTest::addColumn<TestTree>("tree");
        QTest::addColumn<TestGroup>("group");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<CheckerFeedback>("feedback");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const TestTree& tree, const TestGroup& group, bool accepted,
                            const CheckerFeedback& feedback, const char* expected) {
            QTest::newRow(name) << tree << group << accepted << feedback << QString::fromUtf8(expected);
        };
        const TestTree legacy = tree(ScoringRules::Legacy);
        const TestTree plain = tree(ScoringRules::Legacy, false);
        const TestTree current = tree(ScoringRules::Current);
        const TestGroup any = group(ScoreRule::Sum, std::nullopt);
        const TestGroup ten = group(ScoreRule::Sum, 10);
        const TestGroup all = group(ScoreRule::AllOrNothing, 10);
        TestGroup sample = all;
        sample.name = "sample";
        row("legacy accepted", plain, any, true, {}, "AC 3");
        row("legacy rejected", plain, any, false, {}, "WA -1");
        row("legacy by the checker", legacy, any, true, score(7.5), "AC 7.5");
        row("legacy by the checker of a wrong one", legacy, any, false, score(2), "WA 2");
        row("legacy without", legacy, any, true, {}, "AC 3");
        row("legacy unwanted", plain, any, true, score(7.5),
            "secret/1: the checker gave a score, but problem.yaml doesn't say that it does (\"validation: custom "
            "score\")");
        row("legacy unreadable", legacy, any, true, bad(),
            "secret/1: the checker wrote \"x\" into score.txt, which is no number");
        row("full", current, ten, true, {}, "AC 10/10");
        row("failed", current, ten, false, {}, "WA 0/10");
        row("score", current, ten, true, score(4), "PA 4/10");
        row("full score", current, ten, true, score(10), "AC 10/10");
        row("factor", current, ten, true, factor(0.25), "PA 2.5/10");
        row("whole factor", current, ten, true, factor(1), "AC 10/10");
        row("nothing", current, ten, true, factor(0), "PA 0/10");
        row("unbounded", current, any, true, score(1000), "AC 1000");
        row("pass-fail", current, all, true, {}, "AC");
        row("sample", current, sample, true, score(5), "AC");
        row("sample, wrong", current, sample, false, score(5), "WA");
        row("too much", current, ten, true, score(10.5),
            "secret/1: the checker gave a score of 10.5, more than the case's maximum of 10");
        row("negative", current, any, true, score(-1), "secret/1: the checker gave a score of -1, which is below 0");
        row("factor above", current, ten, true, factor(1.5),
            "secret/1: the checker's score multiplier is 1.5, not from 0 to 1");
        row("factor below", current, ten, true, factor(-0.5),
            "secret/1: the checker's score multiplier is -0.5, not from 0 to 1");
        row("factor unbounded", current, any, true, factor(0.5),
            "secret/1: the checker gave a score multiplier for a case without a maximum score");
        row("missing", current, any, true, {},
            "secret/1: the checker accepted without giving a score (score.txt), which a case without a maximum score "
            "needs");
        row("unreadable", current, ten, true, bad(),
            "secret/1: the checker wrote \"x\" into score.txt, which is no number");
        row("score of a wrong one", current, ten, false, score(1),
            "secret/1: the checker gave a score for a case that it doesn't accept");
        row("score in pass-fail", current, all, true, score(1),
            "secret/1: the checker gave a score in a group that is passed or failed (score_aggregation: pass-fail)");
        CheckerFeedback both = score(1);
        both.scoreFactor = 0.5;
        row("both", current, ten, true, both,
            "secret/1: the checker gave a score and a multiplier at once (score.txt and score_multiplier.txt)");
    }

    void scoresCases() {
        QFETCH(TestTree, tree);
        QFETCH(TestGroup, group);
        QFETCH(bool, accepted);
        QFETCH(CheckerFeedback, feedback);
        QFETCH(QString, expected);
        CaseResult result;
        result.name = "secret/1";
        result.verdict = accepted ? Verdict::Accepted : Verdict::WrongAnswer;
        result.feedback = feedback;
        scoreCase(tree, group, result);
        QString text = QString::fromStdString(std::string(code(*result.verdict)));
        text += result.score ? QStringLiteral(" %1").arg(*result.score) : QString();
        text += result.maxScore ? QStringLiteral("/%1").arg(*result.maxScore) : QString();
        const bool error = result.verdict == Verdict::JudgeError;
        QCOMPARE(error ? QString::fromStdString(result.error->detail) : text, expected);
        QVERIFY(!error || result.error->code.rfind("score.", 0) == 0);
    }

    void scoresWhatIsSaidOfTheSources_data() {
        QTest::addColumn<TestGroup>("group");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<CheckerFeedback>("feedback");
        QTest::addColumn<QString>("expected");
        TestGroup sums = group(ScoreRule::Sum, 15);
        sums.staticMaxScore = 10;
        QTest::newRow("all") << sums << true << CheckerFeedback() << QStringLiteral("AC 10/10");
        QTest::newRow("a part") << sums << true << factor(0.25) << QStringLiteral("PA 2.5/10");
        QTest::newRow("none") << sums << false << CheckerFeedback() << QStringLiteral("WA 0/10");
        QTest::newRow("too much") << sums << true << score(12)
                                  << QStringLiteral("secret/a, static validation: the checker gave a score of 12, more "
                                                    "than the case's maximum of 10");
        QTest::newRow("passed") << group(ScoreRule::AllOrNothing, 15) << true << CheckerFeedback()
                                << QStringLiteral("AC");
    }

    void scoresWhatIsSaidOfTheSources() {
        QFETCH(TestGroup, group);
        QFETCH(bool, accepted);
        QFETCH(CheckerFeedback, feedback);
        QFETCH(QString, expected);
        TestTree made = tree(ScoringRules::Current);
        made.groups = {TestGroup(), group};
        StaticResult result;
        result.group = "secret/a";
        result.verdict = accepted ? Verdict::Accepted : Verdict::WrongAnswer;
        result.feedback = feedback;
        scoreStatically(made, result);
        QString text = QString::fromStdString(std::string(code(result.verdict)));
        text += result.score ? QStringLiteral(" %1").arg(*result.score) : QString();
        text += result.maxScore ? QStringLiteral("/%1").arg(*result.maxScore) : QString();
        QCOMPARE(result.error ? QString::fromStdString(result.error->detail) : text, expected);
        const StaticGrades grades = staticGrades(made, {result});
        QVERIFY(grades.size() == 2 && !grades[0] && grades[1]);
        QCOMPARE(grades[1]->score, result.score.value_or(0));
        QVERIFY(grades[1]->verdict != Verdict::Partial);
        made.scored = false;
        QVERIFY(staticGrades(made, {result}).empty());
    }

    void aCaseMayHaveItsOwnMaximum() {
        TestTree tree;
        tree.rules = ScoringRules::Current;
        tree.scored = true;
        TestGroup group;
        group.name = "secret/1";
        group.caseMaxScore = 10;
        CaseResult result;
        result.verdict = Verdict::Accepted;
        scoreCase(tree, group, result, 4);
        QCOMPARE(*result.score, 4.0);
        QCOMPARE(*result.maxScore, 4.0);
        result.feedback.scoreFactor = 0.25;
        scoreCase(tree, group, result, 4);
        QCOMPARE(*result.score, 1.0);
        QVERIFY(result.verdict == Verdict::Partial);
    }

    void whereNothingBoundsTheWholeACheckersPointsCount() {
        TestTree tree;
        tree.rules = ScoringRules::Current;
        tree.scored = true;
        tree.groups.resize(1);
        TestGroup group;
        group.name = "secret/1";
        CaseResult result;
        result.verdict = Verdict::Accepted;
        scoreCase(tree, group, result, 0);
        QCOMPARE(result.score.value_or(-1), 0.0);
        result.feedback.score = 12;
        scoreCase(tree, group, result, 0);
        QCOMPARE(result.score.value_or(-1), 12.0);
        QVERIFY(!result.maxScore && result.verdict == Verdict::Accepted);
    }

    void aPartOfNoWholeIsRefused() {
        TestTree tree;
        tree.scored = true;
        tree.validatorsScore = true;
        CaseResult result;
        result.name = "secret/1";
        result.verdict = Verdict::Accepted;
        result.feedback.scoreFactor = 0.25;
        scoreCase(tree, TestGroup(), result);
        QVERIFY(result.verdict == Verdict::JudgeError);
        QCOMPARE(result.error->detail,
                 std::string("secret/1: the checker accepted a part of a whole that has no maximum score"));
    }

    void pointsAreRefusedWhereNoneAreGiven() {
        CaseResult result;
        result.name = "secret/1";
        result.verdict = Verdict::Accepted;
        result.feedback.points = true;
        result.feedback.judgeMessage = "points 3";
        refusePoints(result);
        QVERIFY(result.verdict == Verdict::JudgeError);
        QCOMPARE(result.error->code, std::string("checker.points"));
        QCOMPARE(result.error->detail, std::string("secret/1: it gave points (exit code 7), which only a scoring "
                                                   "problem has; it said: points 3"));
        result.verdict = Verdict::Accepted;
        result.feedback.scoreFactor = 0.3;
        result.feedback.judgeMessage = "partially correct (30) close";
        refusePoints(result);
        QCOMPARE(result.error->detail, std::string("secret/1: it accepted a part (partially correct), which only a "
                                                   "scoring problem has; it said: partially correct (30) close"));
    }
};

QTEST_GUILESS_MAIN(TestCaseScore)
#include "test_case_score.moc"
