// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/text/number.h"
#include "tests/judge/temporary_package.h"

#include <QtTest>

#include <functional>

using namespace grindstone;
using namespace grindstone::judge;

using Change = std::function<void(const TemporaryPackage&)>;
Q_DECLARE_METATYPE(Change)

namespace {

constexpr const char* Legacy = "name: Sums\ntype: scoring\nlimits:\n  time_limit: 1\n";
constexpr const char* Current =
    "problem_format_version: 2025-09\nname: Sums\ntype: scoring\nlimits:\n  time_limit: 1\n";

std::string bound(double number) {
    return readableNumber(number);
}

std::string ruleOf(const TestGroup& group) {
    constexpr const char* Scores[] = {"all", "sum", "avg", "min", "max"};
    constexpr const char* Verdicts[] = {"first", "worst", "always"};
    return std::string(Scores[static_cast<int>(group.scoreRule)]) + "/" +
           Verdicts[static_cast<int>(group.verdictRule)] + (group.stopsAtFailure ? " stops" : "") +
           (group.acceptsIfAny ? " any" : "") + (group.lastCounts ? " last" : "");
}

/// One line a group: "secret/a min/worst stops [0..40] max 40 case 20 needs sample: 2 3"
QString described(const TestTree& tree) {
    std::string text;
    for (const TestGroup& group : tree.groups) {
        text += group.name + " " + ruleOf(group) + " [" + bound(group.lowest) + ".." + bound(group.highest) + "]";
        text += group.maxScore ? " max " + bound(*group.maxScore) : "";
        text += group.caseMaxScore ? " case " + bound(*group.caseMaxScore) : "";
        text += group.hasStaticCase ? " static " + bound(group.staticMaxScore) : "";
        for (const std::size_t required : group.requirement) {
            text += " needs " + tree.groups[required].name;
        }
        text += ":";
        for (const GroupItem& item : group.items) {
            text += item.isGroup ? " " + tree.groups[item.index].name : " " + std::to_string(item.index);
        }
        text += "\n";
    }
    return QString::fromStdString(text);
}

TemporaryPackage package(const char* problemYaml) {
    TemporaryPackage made;
    made.write("problem.yaml", problemYaml);
    made.write("statement/problem.en.md", "Add.\n");
    made.addCase("data/sample/1");
    made.addCase("data/secret/a/1");
    made.addCase("data/secret/a/2");
    made.addCase("data/secret/b/1");
    return made;
}

} // namespace

class TestTestGroups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTrees_data() {
        QTest::addColumn<QByteArray>("problem");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("tree");
        const auto row = [](const char* name, const char* problem, Change change, const char* tree) {
            QTest::newRow(name) << QByteArray(problem) << std::move(change) << QString::fromUtf8(tree);
        };
        row(
            "legacy defaults", Legacy, [](const TemporaryPackage&) {},
            "data sum/worst stops [-inf..inf] max 4: sample secret\n"
            "sample sum/worst stops [-inf..inf] max 1: 0\n"
            "secret sum/worst stops [-inf..inf] max 3: secret/a secret/b\n"
            "secret/a sum/worst stops [-inf..inf] max 2: 1 2\n"
            "secret/b sum/worst stops [-inf..inf] max 1: 3\n");
        row(
            "legacy subtasks", Legacy,
            [](const TemporaryPackage& made) {
                made.write("data/testdata.yaml", "on_reject: continue\nrange: 0 100\ngrader_flags: ignore_sample\n");
                made.write("data/sample/testdata.yaml", "accept_score: 0\nrange: 0 0\ngrader_flags: first_error\n");
                made.write("data/secret/testdata.yaml", "grader_flags: first_error accept_if_any_accepted\n");
                made.write("data/secret/a/testdata.yaml",
                           "on_reject: break\naccept_score: 40\nrange: 0 40\ngrader_flags: min\n");
                made.write("data/secret/b/testdata.yaml", "accept_score: 60\ngrader_flags: max avg always_accept\n");
            },
            "data sum/worst last [0..100] max 100: sample secret\n"
            "sample sum/first [0..0] max 0: 0\n"
            "secret sum/first any [0..100] max 100: secret/a secret/b\n"
            "secret/a min/worst stops [0..40] max 40: 1 2\n"
            "secret/b avg/always [0..100] max 60: 3\n");
        row(
            "legacy, old names and validators' scores",
            "name: Sums\ntype: scoring\nvalidation: custom score\ngrading:\n  objective: min\n  range: 3 +inf\n"
            "  accept_score: 2.5\n",
            [](const TemporaryPackage& made) {
                made.write("output_validators/check.py", "");
                made.write("data/secret/testdata.yaml", "on_reject: worst_error\n");
                made.write("data/secret/b/testdata.yaml", "on_reject: first_error\nrange: -inf inf\n");
            },
            "data sum/worst stops [3..inf] max 3: sample secret\n"
            "sample sum/worst stops [3..inf] max 3: 0\n"
            "secret sum/worst [3..inf] max 3: secret/a secret/b\n"
            "secret/a sum/worst [3..inf] max 3: 1 2\n"
            "secret/b sum/worst stops [-inf..inf]: 3\n");
        row(
            "legacy, verdicts alone", "name: Sums\n",
            [](const TemporaryPackage& made) { made.write("data/testdata.yaml", "on_reject: continue\n"); },
            "data sum/worst [-inf..inf] max 4: sample secret\n"
            "sample sum/worst [-inf..inf] max 1: 0\n"
            "secret sum/worst [-inf..inf] max 3: secret/a secret/b\n"
            "secret/a sum/worst [-inf..inf] max 2: 1 2\n"
            "secret/b sum/worst [-inf..inf] max 1: 3\n");
        row(
            "legacy, every case has to be passed", "name: Sums\n",
            [](const TemporaryPackage& made) { made.write("data/testdata.yaml", "grader_flags: min\n"); }, "");
        row(
            "2025-09, every case has to be passed", "problem_format_version: 2025-09\nname: Sums\n",
            [](const TemporaryPackage& made) { made.write("data/secret/a/test_group.yaml", "args: []\n"); }, "");
        row(
            "2025-09 without groups", Current, [](const TemporaryPackage&) {},
            "data sum/first last [0..inf] max 100: sample secret\n"
            "sample all/first stops [0..inf]: 0\n"
            "secret sum/first [0..100] max 100 case 33.333333333333336: 1 2 3\n");
        row(
            "2025-09 with groups", Current,
            [](const TemporaryPackage& made) {
                made.write("data/secret/a/test_group.yaml", "max_score: 40\nrequire_pass: sample\n");
                made.write("data/secret/b/test_group.yaml",
                           "max_score: 60\nscore_aggregation: sum\nrequire_pass: [secret/a, sample, secret/a]\n");
                made.addCase("data/secret/b/deep/1");
            },
            "data sum/first last [0..inf] max 100: sample secret\n"
            "sample all/first stops [0..inf]: 0\n"
            "secret sum/first [0..100] max 100: secret/a secret/b\n"
            "secret/a all/first stops [0..40] max 40 case 40 needs sample: 1 2\n"
            "secret/b sum/first [0..60] max 60 case 30 needs sample needs secret/a: 3 4\n");
        row(
            "2025-09, unbounded, minimum", Current,
            [](const TemporaryPackage& made) {
                made.write("data/secret/test_group.yaml", "max_score: unbounded\nscore_aggregation: min\n");
            },
            "data sum/first last [0..inf]: sample secret\n"
            "sample all/first stops [0..inf]: 0\n"
            "secret min/first stops [0..inf]: 1 2 3\n");
        row(
            "2025-09 with static validation", Current,
            [](const TemporaryPackage& made) {
                made.write("static_validator/check.py", "");
                made.write("data/sample/test_group.yaml", "static_validation_score: pass-fail\n");
                made.write("data/secret/a/test_group.yaml",
                           "max_score: 40\nscore_aggregation: sum\nstatic_validation_score: 10\n");
                made.write("data/secret/b/test_group.yaml", "max_score: 50\nstatic_validation_score: pass-fail\n");
                made.write("data/secret/c/test_group.yaml",
                           "max_score: 10\nscore_aggregation: min\nstatic_validation_score: 10\n");
            },
            "data sum/first last [0..inf] max 100: sample secret\n"
            "sample all/first stops [0..inf] static 0: 0\n"
            "secret sum/first [0..100] max 100: secret/a secret/b secret/c\n"
            "secret/a sum/first [0..40] max 40 case 15 static 10: 1 2\n"
            "secret/b all/first stops [0..50] max 50 case 50 static 0: 3\n"
            "secret/c min/first stops [0..10] max 10 static 10:\n");
        row(
            "2025-09 with static validation of the whole", Current,
            [](const TemporaryPackage& made) {
                made.write("static_validator/check.py", "");
                made.write("data/secret/test_group.yaml", "static_validation_score: 10\n");
            },
            "data sum/first last [0..inf] max 100: sample secret\n"
            "sample all/first stops [0..inf]: 0\n"
            "secret sum/first [0..100] max 100 case 30 static 10: 1 2 3\n");
        row(
            "a draft with the rules of today", Current,
            [](const TemporaryPackage& made) {
                made.write("data/secret/testdata.yaml", "scoring:\n  aggregation: sum\n");
                made.write("data/secret/a/testdata.yaml", "scoring: {score: 30, aggregation: min}\n");
                made.write("data/secret/b/testdata.yaml", "scoring: {score: 70, require_pass: sample}\n");
            },
            "data sum/first last [0..inf] max 100: sample secret\n"
            "sample all/first stops [0..inf]: 0\n"
            "secret sum/first [0..100] max 100: secret/a secret/b\n"
            "secret/a min/first stops [0..30] max 30 case 30: 1 2\n"
            "secret/b all/first stops [0..70] max 70 case 70 needs sample: 3\n");
        row(
            "a draft with graders deep down", Current,
            [](const TemporaryPackage& made) {
                made.addCase("data/secret/b/c/1");
                made.remove("data/secret/a");
                made.write("data/secret/b/c/testdata.yaml", "accept_score: 3\n");
            },
            "data sum/worst stops [-inf..inf]: sample secret\n"
            "sample sum/worst stops [-inf..inf]: 0\n"
            "secret sum/worst stops [-inf..inf]: secret/b\n"
            "secret/b sum/worst stops [-inf..inf]: 1 secret/b/c\n"
            "secret/b/c sum/worst stops [-inf..inf]: 2\n");
        row(
            "a draft with graders", Current,
            [](const TemporaryPackage& made) { made.write("data/secret/b/testdata.yaml", "accept_score: 3\n"); },
            "data sum/worst stops [-inf..inf]: sample secret\n"
            "sample sum/worst stops [-inf..inf]: 0\n"
            "secret sum/worst stops [-inf..inf]: secret/a secret/b\n"
            "secret/a sum/worst stops [-inf..inf]: 1 2\n"
            "secret/b sum/worst stops [-inf..inf]: 3\n");
    }

    void readsTrees() {
        QFETCH(QByteArray, problem);
        QFETCH(Change, change);
        QFETCH(QString, tree);
        const TemporaryPackage made = package(problem.constData());
        change(made);
        const Result<Problem> loaded = made.load();
        QVERIFY2(loaded, loaded ? "" : loaded.error().detail.c_str());
        QCOMPARE(described(loaded->tree), tree);
        QCOMPARE(loaded->tree.holder.size(), tree.isEmpty() ? 0 : loaded->cases.size());
    }

    void aFoldersCasesAndFoldersGoByName() {
        const TemporaryPackage made = package("name: Sums\n");
        made.addCase("data/secret/a-b");
        made.addCase("data/secret/a.c");
        made.addCase("data/secret/0");
        const Result<Problem> loaded = made.load();
        QVERIFY(loaded);
        QStringList names;
        for (const TestCase& one : loaded->cases) {
            names.append(QString::fromStdString(one.name));
        }
        QCOMPARE(names.join(QLatin1Char(' ')),
                 QStringLiteral("sample/1 secret/0 secret/a/1 secret/a/2 secret/a-b secret/a.c secret/b/1"));
    }

    void namesWhatIsWrong_data() {
        QTest::addColumn<QByteArray>("problem");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("detail");
        const auto legacy = [](const char* content, const char* detail) {
            QTest::newRow(content) << QByteArray(Legacy) << QByteArray("data/secret/testdata.yaml")
                                   << QByteArray(content)
                                   << QString::fromUtf8((std::string("data/secret/testdata.yaml:") + detail).c_str());
        };
        legacy("on_reject: maybe\n",
               "1: on_reject is \"maybe\"; write break, continue, first_error, worst_error or grade");
        legacy("\ngrading: [custom]\n", "2: grading is a list; write default or custom");
        legacy("grading: custom\n", "1: grading is custom, but there is no program in graders/; add it, or write "
                                    "\"grading: default\"");
        legacy("accept_score: many\n", "1: accept_score is \"many\"; write a number");
        legacy("reject_score: {}\n", "1: reject_score is a map; write a number");
        constexpr const char* NoRange = "1: range is no range of scores; write the lowest and the highest one, such as "
                                        "\"0 100\" or \"-inf +inf\"";
        legacy("range: 0 x\n", NoRange);
        legacy("range: 5\n", NoRange);
        legacy("range: 5 1\n", NoRange);
        const auto current = [](const char* path, const char* content, const char* detail) {
            QTest::newRow((std::string(path) + " " + content).c_str())
                << QByteArray(Current) << QByteArray(path) + "/test_group.yaml" << QByteArray(content)
                << QString::fromUtf8(detail);
        };
        current("data/sample", "max_score: 5\n",
                "data/sample/test_group.yaml:1: max_score must not be given for the samples, which have no score; "
                "remove it");
        current("data/secret", "max_score: 1.5\n",
                "data/secret/test_group.yaml:1: max_score is no whole number from 0; write one, or \"unbounded\"");
        current("data/secret", "max_score: -1\n",
                "data/secret/test_group.yaml:1: max_score is no whole number from 0; write one, or \"unbounded\"");
        current("data/secret", "score_aggregation: avg\n",
                "data/secret/test_group.yaml:1: score_aggregation is \"avg\"; write pass-fail, sum or min");
        current("data/secret", "max_score: unbounded\nscore_aggregation: pass-fail\n",
                "data/secret/test_group.yaml:2: max_score can't be unbounded with aggregation pass-fail; write a "
                "number");
        current("data/secret", "require_pass: secret/a\n",
                "data/secret/test_group.yaml:1: require_pass \"secret/a\": there is no such test group with cases; "
                "write its path below data/, such as secret/group1");
        current("data/secret", "require_pass: secret\n",
                "data/secret/test_group.yaml:1: require_pass \"secret\": only sample and test groups that come earlier "
                "can be required; name one of those");
        current("data/secret/a", "max_score: 100\n",
                "data/secret: there are test cases beside test groups; put each case into a folder with a "
                "test_group.yaml");
    }

    void namesWhatIsWrong() {
        QFETCH(QByteArray, problem);
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, detail);
        const TemporaryPackage made = package(problem.constData());
        made.write(file.toStdString(), content.toStdString());
        const Result<Problem> loaded = made.load();
        QVERIFY(!loaded);
        QCOMPARE(QString::fromStdString(loaded.error().detail), detail);
        QCOMPARE(loaded.error().code, std::string("package.invalid"));
    }

    void namesGroupsThatDontFit_data() {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* secret, const char* first, const char* second, const char* detail) {
            QTest::newRow(detail) << QByteArray(secret) << QByteArray(first) << QByteArray(second)
                                  << QString::fromUtf8(detail);
        };
        row("", "max_score: 40\n", "score_aggregation: sum\n",
            "data/secret/b/test_group.yaml:1: the group has no max_score, while data/secret has one of 100; write one");
        row("max_score: unbounded\n", "score_aggregation: sum\n", "hint: x\n",
            "data/secret/b/test_group.yaml:1: a group of aggregation pass-fail needs a max_score; write one");
        row("score_aggregation: pass-fail\n", "max_score: 40\n", "max_score: 60\nscore_aggregation: min\n",
            "data/secret/b/test_group.yaml:2: score_aggregation must be pass-fail here, as it is in data/secret; "
            "change one of them");
        row("", "max_score: 40\nscore_aggregation: sum\n", "max_score: 60\nrequire_pass: secret/a\n",
            "data/secret/b/test_group.yaml:2: require_pass \"secret/a\": only groups of aggregation pass-fail can be "
            "required; change its score_aggregation");
        row("", "max_score: 40\nrequire_pass: secret/b\n", "max_score: 60\n",
            "data/secret/a/test_group.yaml:2: require_pass \"secret/b\": only sample and test groups that come earlier "
            "can be required; name one of those");
        row("", "max_score: 40\nscore_aggregation: sum\nstatic_validation_score: 50\n", "max_score: 60\n",
            "data/secret/a/test_group.yaml:2: static_validation_score is more than max_score; make it less");
        row("", "max_score: 40\nstatic_validation_score: 10\n", "max_score: 60\n",
            "data/secret/a/test_group.yaml:2: static_validation_score must be \"pass-fail\" in a group that is passed "
            "or failed; write that, or another score_aggregation");
        row("", "max_score: 40\nscore_aggregation: min\nstatic_validation_score: pass-fail\n", "max_score: 60\n",
            "data/secret/a/test_group.yaml:3: static_validation_score must be a number of points in a group whose "
            "scores are added up or compared; write one");
    }

    void namesGroupsThatDontFit() {
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(QString, detail);
        const TemporaryPackage made = package(Current);
        made.write("data/secret/test_group.yaml", secret.toStdString());
        made.write("data/secret/a/test_group.yaml", first.toStdString());
        made.write("data/secret/b/test_group.yaml", second.toStdString());
        made.write("static_validator/check.py", "import sys\nsys.exit(42)\n");
        const Result<Problem> loaded = made.load();
        QVERIFY(!loaded);
        QCOMPARE(QString::fromStdString(loaded.error().detail), detail);
    }

    void staticValidationCountsInTheSumOfGroups() {
        const TemporaryPackage made = package(Current);
        made.write("data/secret/test_group.yaml", "static_validation_score: 10\n");
        made.write("data/secret/a/test_group.yaml", "max_score: 40\n");
        made.write("data/secret/b/test_group.yaml", "max_score: 50\n");
        made.write("static_validator/check.py", "import sys\nsys.exit(42)\n");
        const Result<Problem> loaded = made.load();
        QVERIFY2(loaded, loaded ? "" : loaded.error().detail.c_str());
        QVERIFY2(loaded->warnings.empty(), loaded->warnings.empty() ? "" : loaded->warnings.front().c_str());
    }

    void warnsOfWhatHasNoEffect_data() {
        QTest::addColumn<QByteArray>("problem");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("warning");
        QTest::newRow("flag") << QByteArray(Legacy) << QByteArray("data/testdata.yaml")
                              << QByteArray("grader_flags: min median\n")
                              << QStringLiteral("data/testdata.yaml:1: the default grader knows no flag \"median\"; it "
                                                "is ignored");
        QTest::newRow("pass-fail") << QByteArray("problem_format_version: 2025-09\nname: Sums\n")
                                   << QByteArray("data/secret/test_group.yaml") << QByteArray("max_score: 3\n")
                                   << QStringLiteral("data/secret/test_group.yaml:1: max_score has no effect without "
                                                     "\"type: scoring\"");
        QTest::newRow("grading") << QByteArray("name: Sums\ngrading: {objective: min}\n") << QByteArray("x")
                                 << QByteArray()
                                 << QStringLiteral("problem.yaml:2: grading has no effect without \"type: scoring\"");
    }

    void warnsOfWhatHasNoEffect() {
        QFETCH(QByteArray, problem);
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, warning);
        const TemporaryPackage made = package(problem.constData());
        made.write(file.toStdString(), content.toStdString());
        const Result<Problem> loaded = made.load();
        QVERIFY(loaded);
        QStringList warnings;
        for (const std::string& text : loaded->warnings) {
            warnings.append(QString::fromStdString(text));
        }
        QVERIFY2(warnings.contains(warning), qPrintable(warnings.join(QLatin1Char('\n'))));
    }

    void takesTheOneGrader() {
        const TemporaryPackage made = package(Legacy);
        made.write("graders/grade.py", "");
        QVERIFY(!made.load()->grader);
        made.write("data/secret/testdata.yaml", "grading: custom\n");
        const Result<Problem> loaded = made.load();
        QVERIFY(loaded);
        QCOMPARE(loaded->grader->name, std::string("graders/grade.py"));
        made.write("graders/other.py", "");
        const Result<Problem> ambiguous = made.load();
        QVERIFY(!ambiguous);
        QCOMPARE(ambiguous.error().detail, std::string("graders: there are several programs, graders/grade.py and "
                                                       "graders/other.py among them; leave one"));
    }

    void warnsOfASumThatMissesTheMaximum() {
        const TemporaryPackage made = package(Current);
        made.write("data/secret/a/test_group.yaml", "max_score: 40\n");
        made.write("data/secret/b/test_group.yaml", "max_score: 50\n");
        const Result<Problem> loaded = made.load();
        QVERIFY(loaded);
        QVERIFY(std::find(loaded->warnings.begin(), loaded->warnings.end(),
                          "data/secret: the maximum scores of its groups add up to 90, not to 100") !=
                loaded->warnings.end());
    }
};

QTEST_GUILESS_MAIN(TestTestGroups)
#include "test_test_groups.moc"
