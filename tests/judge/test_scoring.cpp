// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/scoring.h"
#include "tests/judge/tree_builder.h"

#include <QtTest>

#include <sstream>

using namespace grindstone;
using namespace grindstone::judge;

Q_DECLARE_METATYPE(TestTree)

namespace {

TestGroup group(const char* name, bool stops = true) {
    TestGroup made;
    made.name = name;
    made.stopsAtFailure = stops;
    made.verdictRule = VerdictRule::WorstError;
    return made;
}

TestGroup scored(const char* name, ScoreRule rule, std::optional<double> most) {
    TestGroup made = group(name, rule == ScoreRule::AllOrNothing || rule == ScoreRule::Minimum);
    made.verdictRule = VerdictRule::FirstError;
    made.scoreRule = rule;
    made.maxScore = most;
    made.lowest = 0;
    made.highest = most.value_or(made.highest);
    return made;
}

TestGroup whole() {
    TestGroup made = group("data", false);
    made.lastCounts = true;
    return made;
}

/// "AC:10 WA TLE -": verdicts with scores, "-" for a case that was not run.
std::vector<std::optional<Grade>> grades(const char* text) {
    std::vector<std::optional<Grade>> list;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        if (word == "-") {
            list.emplace_back();
            continue;
        }
        const std::size_t colon = word.find(':');
        const double score = colon == std::string::npos ? 0 : std::stod(word.substr(colon + 1));
        list.push_back(Grade{*findVerdict(word.substr(0, colon)), score});
    }
    return list;
}

QString told(std::optional<Verdict> verdict, std::optional<double> score) {
    const std::string_view name = verdict ? code(*verdict) : "none";
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())) +
           (score ? QLatin1Char(':') + QString::number(*score) : QString());
}

Result<Grade> noGrader(const TestGroup&, const std::vector<Grade>&) {
    return fail("test.grader", "no grader was expected");
}

/// Subtasks of the usual legacy kind: samples are ignored, a subtask counts if all its cases pass, subtasks are summed.
TestTree olympiad() {
    TestGroup data = whole();
    data.maxScore = 100;
    TestGroup secret = group("secret", false);
    secret.verdictRule = VerdictRule::FirstError;
    secret.acceptsIfAny = true;
    secret.maxScore = 100;
    TestGroup first = group("secret/1");
    first.scoreRule = ScoreRule::Minimum;
    first.maxScore = 40;
    TestGroup second = group("secret/2");
    second.scoreRule = ScoreRule::Minimum;
    second.maxScore = 60;
    TestGroup sample = group("sample", false);
    sample.maxScore = 0;
    TreeBuilder builder(ScoringRules::Legacy);
    builder.open(data).open(sample).cases(1).close();
    builder.open(secret).open(first).cases(2).close().open(second).cases(2);
    return builder.take();
}

/// The same of 2025-09; the second group wants the first one's cases passed.
TestTree current(ScoreRule second) {
    TestGroup needy = scored("secret/2", second, 60);
    needy.requirement = {3};
    TestGroup data = whole();
    data.maxScore = 100;
    TreeBuilder builder(ScoringRules::Current);
    builder.open(data).open(scored("sample", ScoreRule::AllOrNothing, std::nullopt)).cases(1).close();
    builder.open(scored("secret", ScoreRule::Sum, 100));
    builder.open(scored("secret/1", ScoreRule::AllOrNothing, 40)).cases(2).close();
    builder.open(needy).cases(2);
    return builder.take();
}

TestTree flat(TestGroup data, std::size_t count) {
    TreeBuilder builder(ScoringRules::Legacy);
    builder.open(std::move(data)).cases(count);
    return builder.take();
}

} // namespace

class TestScoring : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scoresTrees_data() {
        QTest::addColumn<TestTree>("tree");
        QTest::addColumn<QByteArray>("cases");
        QTest::addColumn<QString>("groups");
        const auto row = [](const char* name, TestTree tree, const char* cases, const char* groups) {
            QTest::newRow(name) << std::move(tree) << QByteArray(cases) << QString::fromLatin1(groups);
        };
        row("legacy, all", olympiad(), "AC:0 AC:40 AC:40 AC:60 AC:60", "AC:100 AC:0 AC:100 AC:40 AC:60");
        row("legacy, one subtask", olympiad(), "AC:0 AC:40 AC:40 AC:60 WA", "PA:40 AC:0 PA:40 AC:40 WA");
        row("legacy, samples are ignored", olympiad(), "WA AC:40 AC:40 AC:60 AC:60", "AC:100 WA AC:100 AC:40 AC:60");
        row("legacy, nothing", olympiad(), "AC:0 WA - TLE -", "WA AC:0 WA WA TLE");
        row("legacy, second subtask alone", olympiad(), "AC:0 RE - AC:60 AC:60", "PA:60 AC:0 PA:60 RE AC:60");
        row("legacy, a judge error is all's", olympiad(), "AC:0 JE - AC:60 AC:60", "JE AC:0 JE JE AC:60");

        row("2025, all", current(ScoreRule::AllOrNothing), "AC AC AC AC AC", "AC:100 AC:0 AC:100 AC:40 AC:60");
        row("2025, one group", current(ScoreRule::AllOrNothing), "AC AC AC AC WA", "PA:40 AC:0 PA:40 AC:40 WA:0");
        row("2025, required group failed", current(ScoreRule::AllOrNothing), "AC AC WA AC AC",
            "WA:0 AC:0 WA:0 WA:0 SK:0");
        row("2025, sum in a group", current(ScoreRule::Sum), "AC AC AC AC:30 WA", "PA:70 AC:0 PA:70 AC:40 PA:30");
        row("2025, minimum in a group", current(ScoreRule::Minimum), "AC AC AC AC:45 AC:50",
            "PA:85 AC:0 PA:85 AC:40 PA:45");
        row("2025, samples don't count", current(ScoreRule::Sum), "WA AC AC AC:30 AC:30",
            "AC:100 WA:0 AC:100 AC:40 AC:60");
        row("2025, more than the group's maximum", current(ScoreRule::Sum), "AC AC AC AC:31 AC:30",
            "JE AC:0 JE AC:40 JE");
        row("2025, rounding is forgiven", current(ScoreRule::Sum), "AC AC AC AC:29.9999999999 AC:30",
            "AC:100 AC:0 AC:100 AC:40 AC:60");

        TestGroup data = group("data", false);
        row("worst error", flat(data, 4), "AC:1 WA TLE OLE", "TLE");
        data.verdictRule = VerdictRule::FirstError;
        row("first error", flat(data, 4), "AC:1 WA TLE OLE", "WA");
        data.verdictRule = VerdictRule::AlwaysAccept;
        row("always accepted", flat(data, 4), "AC:1 WA:0.5 TLE OLE", "AC:1.5");
        data.scoreRule = ScoreRule::Average;
        row("average", flat(data, 4), "AC:1 AC:2 AC:3 AC:4", "AC:2.5");
        data.scoreRule = ScoreRule::Maximum;
        row("maximum", flat(data, 3), "AC:1 AC:7 AC:3", "AC:7");
        data.scoreRule = ScoreRule::Sum;
        data.stopsAtFailure = true;
        row("what comes after the first failure doesn't count", flat(data, 3), "AC:1 WA:0 AC:3", "AC:1");
        data.highest = 5;
        row("out of range", flat(data, 2), "AC:3 AC:3", "JE");
        data.lowest = -2;
        row("below the range", flat(data, 2), "AC:-3 AC:0", "JE");
        data.maxScore = 5;
        row("less than full marks", flat(data, 2), "AC:3 AC:1.5", "PA:4.5");
        TestTree least = flat(data, 2);
        least.lessIsBetter = true;
        least.groups[0].maxScore = 2;
        row("more than the best, where less is better", least, "AC:3 AC:1.5", "PA:4.5");
        row("the best, where less is better", least, "AC:1 AC:1", "AC:2");
        TestTree unscored = olympiad();
        unscored.scored = false;
        row("verdicts alone", unscored, "AC:0 AC:40 AC:40 AC:60 WA", "AC AC AC AC WA");
    }

    void scoresTrees() {
        QFETCH(TestTree, tree);
        QFETCH(QByteArray, cases);
        QFETCH(QString, groups);
        const TreeScore score = scoreTree(tree, grades(cases.constData()), noGrader);
        QStringList shown;
        for (const GroupResult& result : score.groups) {
            shown.append(told(result.verdict, result.score));
        }
        QCOMPARE(shown.join(QLatin1Char(' ')), groups);
        QCOMPARE(told(score.verdict, score.score), shown.front());
    }

    void saysWhichScoreLiesOutside() {
        const TreeScore score = scoreTree(current(ScoreRule::Sum), grades("AC AC AC AC:31.5 AC:30"), noGrader);
        QCOMPARE(QString::fromStdString(score.error.value_or(Error{}).code), QStringLiteral("score.range"));
        QCOMPARE(QString::fromStdString(score.error->detail),
                 QStringLiteral("data/secret/2: a score of 61.5 lies outside of what the group may have, 0 to 60"));
    }

    void asksTheGraderOfAGroup() {
        TestTree tree = olympiad();
        tree.groups[3].customGrader = true;
        std::vector<Grade> seen;
        const Grader grader = [&](const TestGroup& asked, const std::vector<Grade>& items) -> Result<Grade> {
            seen = items;
            return asked.name == "secret/1" ? Grade{Verdict::Accepted, 12.5} : Grade{Verdict::WrongAnswer, 0};
        };
        const TreeScore score = scoreTree(tree, grades("AC:0 AC:40 WA:0 AC:60 AC:60"), grader);
        QCOMPARE(told(score.verdict, score.score), QStringLiteral("PA:72.5"));
        QCOMPARE(seen.size(), std::size_t(2));
        QCOMPARE(seen[1].verdict, Verdict::WrongAnswer);
    }

    void aGraderThatFailsIsAJudgeError() {
        TestTree tree = olympiad();
        tree.groups[3].customGrader = true;
        const TreeScore score = scoreTree(tree, grades("AC:0 AC:40 AC:40 AC:60 AC:60"), noGrader);
        QCOMPARE(told(score.verdict, score.score), QStringLiteral("JE"));
        QCOMPARE(QString::fromStdString(score.error.value_or(Error{}).code), QStringLiteral("test.grader"));
    }

    void countsWhatIsSaidOfTheSources_data() {
        QTest::addColumn<QByteArray>("statics"); // of secret, secret/1 and secret/2
        QTest::addColumn<QByteArray>("cases");
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("without");
        const auto row = [](const char* name, const char* statics, const char* cases, const char* told,
                            const char* without) {
            QTest::newRow(name) << QByteArray(statics) << QByteArray(cases) << QString::fromLatin1(told)
                                << QString::fromLatin1(without);
        };
        row("all accepted", "AC:5 AC AC:10", "AC AC AC AC:20 AC:30", "AC:105", ".....");
        row("worth its part", "- - AC:4", "AC AC AC AC:20 AC:30", "PA:94", ".....");
        row("a group that is passed or failed", "- WA -", "AC - - AC:20 AC:30", "WA:0", ".xxxx");
        row("a group that adds up", "- - WA:0", "AC AC AC AC:20 AC:30", "PA:90", ".....");
        row("the whole", "WA:0 - -", "AC AC AC AC:20 AC:30", "PA:90", ".....");
    }

    void countsWhatIsSaidOfTheSources() {
        QFETCH(QByteArray, statics);
        QFETCH(QByteArray, cases);
        QFETCH(QString, told);
        QFETCH(QString, without);
        TestTree tree = current(ScoreRule::Sum);
        for (TestGroup& one : tree.groups) {
            one.highest = 1000;
        }
        tree.groups[2].maxScore = 105;
        tree.groups[0].maxScore = 105;
        StaticGrades known{std::nullopt, std::nullopt};
        for (const std::optional<Grade>& grade : grades(statics.constData())) {
            known.push_back(grade);
        }
        const TreeScore score = scoreTree(tree, grades(cases.constData()), noGrader, known);
        QCOMPARE(::told(score.verdict, score.score), told);
        QString shown;
        for (const bool left : casesWithoutWeight(tree, std::vector<std::optional<Verdict>>(5), known)) {
            shown += QLatin1Char(left ? 'x' : '.');
        }
        QCOMPARE(shown, without);
    }

    void aGroupMayHaveNothingButItsSources() {
        TestGroup data = whole();
        data.maxScore = 10;
        TreeBuilder builder(ScoringRules::Current);
        builder.open(data).open(scored("secret", ScoreRule::Sum, 10));
        builder.open(scored("secret/1", ScoreRule::Minimum, 4)).close();
        builder.open(scored("secret/2", ScoreRule::AllOrNothing, 6)).cases(1);
        const TestTree tree = builder.take();
        const StaticGrades statics{{}, {}, Grade{Verdict::Accepted, 4}, {}};
        const TreeScore score = scoreTree(tree, grades("AC"), noGrader, statics);
        QCOMPARE(told(score.verdict, score.score), QStringLiteral("AC:10"));
        const TreeScore none = scoreTree(tree, grades("AC"), noGrader);
        QCOMPARE(told(none.verdict, none.score), QStringLiteral("PA:6"));
    }

    void leavesOutWhatDoesNotCount_data() {
        QTest::addColumn<TestTree>("tree");
        QTest::addColumn<QByteArray>("cases");
        QTest::addColumn<QString>("without");
        const auto row = [](const char* name, TestTree tree, const char* cases, const char* without) {
            QTest::newRow(name) << std::move(tree) << QByteArray(cases) << QString::fromLatin1(without);
        };
        row("nothing is known", olympiad(), "- - - - -", ".....");
        row("a failed sample stops nothing here", olympiad(), "WA - - - -", ".....");
        row("the rest of a subtask", olympiad(), "- WA - - -", "..x..");
        row("a later failure leaves the earlier", olympiad(), "- - WA - -", ".....");
        row("a required group", current(ScoreRule::Sum), "- - WA - -", "...xx");
        row("a required group's first case", current(ScoreRule::Sum), "- WA - - -", "..xxx");
        row("all the rest", flat(group("data"), 4), "- WA - -", "..xx");
        row("nothing where it goes on", flat(group("data", false), 4), "WA WA - -", "....");
        TestTree rescued = olympiad();
        rescued.groups[2].stopsAtFailure = true;
        rescued.groups[3].acceptsIfAny = true;
        row("a group that may yet be accepted", rescued, "- - WA - -", ".....");
        row("a group that failed stops the next", rescued, "- WA - - -", "..xxx");
    }

    void leavesOutWhatDoesNotCount() {
        QFETCH(TestTree, tree);
        QFETCH(QByteArray, cases);
        QFETCH(QString, without);
        std::vector<std::optional<Verdict>> known;
        for (const std::optional<Grade>& grade : grades(cases.constData())) {
            known.push_back(grade ? std::optional(grade->verdict) : std::nullopt);
        }
        QString shown;
        for (const bool left : casesWithoutWeight(tree, known)) {
            shown += QLatin1Char(left ? 'x' : '.');
        }
        QCOMPARE(shown, without);
    }
};

QTEST_GUILESS_MAIN(TestScoring)
#include "test_scoring.moc"
