// SPDX-License-Identifier: GPL-3.0-or-later
// Whole packages with groups and scores, judged with real boxes.
#include "judge/checker/custom_grading.h"
#include "judge/report/report_json.h"
#include "tests/judge/temporary_package.h"
#include "tests/support/real_judge.h"

#include <QtTest>

#include <nlohmann/json.hpp>

using namespace grindstone;
using namespace grindstone::judge;
using namespace grindstone::tests;

namespace {

constexpr const char* Sum = "a, b = map(int, input().split())\nprint(a + b)\n";
constexpr const char* SmallSum = "a, b = map(int, input().split())\nprint(a + b if a < 10 else 0)\n";
/// Takes half a point away for each rejected case, and one for each argument.
constexpr const char* PointsAway =
    "import sys\n"
    "lines = sys.stdin.read().split()\n"
    "score = sum(float(x) for x in lines[1::2])\n"
    "print('AC', score - 0.5 * (len(lines) // 2 - lines.count('AC')) - len(sys.argv[1:]))\n";
/// Refuses sources with a word of its arguments, and gives half for those with "half".
constexpr const char* StaticScore = "import os, sys\n"
                                    "text = open([name for name in os.listdir('.')][0]).read()\n"
                                    "if any(word in text for word in sys.argv[4:]):\n"
                                    "    sys.exit(43)\n"
                                    "if 'half' in text and not sys.argv[4:]:\n"
                                    "    open(sys.argv[3] + 'score_multiplier.txt', 'w').write('0.5')\n"
                                    "sys.exit(42)\n";
/// Accepts every number, and gives the last digit of it as its score.
constexpr const char* Validator =
    "import sys\n"
    "said = sys.stdin.read().split()\n"
    "if len(said) != 1 or not said[0].isdigit():\n"
    "    sys.exit(43)\n"
    "open(sys.argv[3] + sys.argv[4], 'w').write(str(int(said[0][-1]) / float(sys.argv[5])))\n"
    "sys.exit(42)\n";

QString verdicts(const Report& report) {
    QStringList codes;
    for (const CaseResult& result : report.cases) {
        codes << QString::fromStdString(std::string(result.verdict ? code(*result.verdict) : "none"));
    }
    return codes.join(QLatin1Char(' '));
}

QString said(const Report& report) {
    const QString verdict = QString::fromStdString(std::string(report.verdict ? code(*report.verdict) : "none"));
    return report.score ? QStringLiteral("%1 %2").arg(verdict).arg(*report.score) : verdict;
}

void addCase(const TemporaryPackage& package, const std::string& base, int number) {
    package.write(base + ".in", std::to_string(number) + " 1\n");
    package.write(base + ".ans", std::to_string(number + 1) + "\n");
}

/// A sample and two groups, of small and of large numbers.
TemporaryPackage grouped(const std::string& problemYaml) {
    TemporaryPackage package;
    package.write("problem.yaml", problemYaml + "limits:\n  time_limit: 5\n");
    addCase(package, "data/sample/1", 1);
    addCase(package, "data/secret/a/1", 2);
    addCase(package, "data/secret/a/2", 3);
    addCase(package, "data/secret/b/1", 4);
    addCase(package, "data/secret/b/2", 50);
    addCase(package, "data/secret/b/3", 60);
    return package;
}

} // namespace

class TestScoringReal : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<RealJudge> m_judge;

    Report judged(const TemporaryPackage& package, const char* source, bool all = false) {
        Result<Problem> problem = package.load();
        if (!problem) {
            qWarning("%s", problem.error().detail.c_str());
            return {};
        }
        JudgeRequest request;
        request.problem = std::make_shared<const Problem>(*std::move(problem));
        request.problemId = "test/sums";
        request.language = "python3";
        request.sources = {{"sum.py", source}};
        request.allCases = all;
        return m_judge->judge->judge(request, {}, std::stop_token());
    }

private Q_SLOTS:
    void initTestCase() {
        Result<std::unique_ptr<RealJudge>> judge = RealJudge::start();
        if (!judge) {
            QSKIP(judge.error().detail.c_str());
        }
        m_judge = *std::move(judge);
    }

    void scoresLegacySubtasks() {
        const TemporaryPackage package = grouped("name: Sums\ntype: scoring\n");
        package.write("data/testdata.yaml", "on_reject: continue\nrange: 0 100\ngrader_flags: ignore_sample\n");
        package.write("data/sample/testdata.yaml", "accept_score: 0\nrange: 0 0\ngrader_flags: first_error\n");
        package.write("data/secret/testdata.yaml", "grader_flags: first_error accept_if_any_accepted\n");
        package.write("data/secret/a/testdata.yaml", "on_reject: break\naccept_score: 40\ngrader_flags: min\n");
        package.write("data/secret/b/testdata.yaml", "on_reject: break\naccept_score: 60\ngrader_flags: min\n");
        QCOMPARE(said(judged(package, Sum)), QStringLiteral("AC 100"));
        const Report part = judged(package, SmallSum);
        QCOMPARE(said(part), QStringLiteral("PA 40"));
        QCOMPARE(verdicts(part), QStringLiteral("AC AC AC AC WA SK"));
        const Report all = judged(package, SmallSum, true);
        QCOMPARE(said(all), QStringLiteral("PA 40"));
        QCOMPARE(verdicts(all), QStringLiteral("AC AC AC AC WA WA"));
        const Report nothing = judged(package, "print(1)\n");
        QCOMPARE(said(nothing), QStringLiteral("WA"));
        QCOMPARE(verdicts(nothing), QStringLiteral("WA WA SK WA SK SK"));
    }

    void scoresGroupsOf2025() {
        const TemporaryPackage package = grouped("problem_format_version: 2025-09\nname: Sums\ntype: scoring\n");
        package.write("data/secret/a/test_group.yaml", "max_score: 40\nrequire_pass: sample\n");
        package.write("data/secret/b/test_group.yaml",
                      "max_score: 60\nscore_aggregation: sum\nrequire_pass: secret/a\n");
        QCOMPARE(said(judged(package, Sum)), QStringLiteral("AC 100"));
        const Report part = judged(package, SmallSum);
        QCOMPARE(said(part), QStringLiteral("PA 60"));
        QCOMPARE(verdicts(part), QStringLiteral("AC AC AC AC WA WA"));
        const Report nothing = judged(package, "a = int(input().split()[0])\nprint(3 if a == 2 else 0)\n");
        QCOMPARE(said(nothing), QStringLiteral("WA 0"));
        QCOMPARE(verdicts(nothing), QStringLiteral("WA SK SK SK SK SK"));
    }

    void takesScoresFromValidators() {
        const TemporaryPackage package = grouped("problem_format_version: 2025-09\nname: Sums\ntype: scoring\n");
        package.write("output_validator/validate.py", Validator);
        package.write("data/secret/test_group.yaml", "output_validator_args: [score_multiplier.txt, 9]\n");
        package.write("data/secret/a/test_group.yaml",
                      "max_score: 40\nscore_aggregation: min\noutput_validator_args: [score_multiplier.txt, 8]\n");
        package.write("data/secret/b/test_group.yaml",
                      "max_score: 60\nscore_aggregation: sum\noutput_validator_args: [score.txt, 1]\n");
        package.write("data/sample/test_group.yaml", "output_validator_args: [score.txt, 1]\n");
        const Report report = judged(package, Sum); // 2/6: 2+1, 3+1; 4+1, 50+1, 60+1
        QCOMPARE(verdicts(report), QStringLiteral("AC PA PA PA PA PA"));
        QCOMPARE(said(report), QStringLiteral("PA 22")); // min(3, 4) of 8 of 40, and 5 + 1 + 1
        QCOMPARE(said(judged(package, "print('x')\n")), QStringLiteral("WA 0"));
    }

    void scoresTheSourcesThemselves() {
        const TemporaryPackage package = grouped("problem_format_version: 2025-09\nname: Sums\ntype: scoring\n");
        package.write("static_validator/check.py", StaticScore);
        package.write("data/secret/a/test_group.yaml", "max_score: 40\nstatic_validation_score: pass-fail\n"
                                                       "static_validator_args: [import]\n");
        package.write("data/secret/b/test_group.yaml",
                      "max_score: 40\nscore_aggregation: sum\n"
                      "static_validation_score: 10\nstatic_validator_args: [lambda]\n");
        package.write("data/secret/c/test_group.yaml", "max_score: 20\nscore_aggregation: sum\n"
                                                       "static_validation_score: 20\n");
        QCOMPARE(said(judged(package, Sum)), QStringLiteral("AC 100"));
        const Report part = judged(package, (std::string("lambda: 0\n# half\n") + Sum).c_str());
        QCOMPARE(said(part), QStringLiteral("PA 80")); // without 10 of b and half of c
        QCOMPARE(part.staticResults.size(), std::size_t(3));
        QCOMPARE(toJson(part, {})["static_validation"][2]["score"].get<double>(), 10.0);
        QCOMPARE(toJson(part, {})["static_validation"][2]["max_score"].get<double>(), 20.0);
        const Report refused = judged(package, (std::string("import sys\n") + Sum).c_str());
        QCOMPARE(said(refused), QStringLiteral("PA 60"));
        QCOMPARE(verdicts(refused), QStringLiteral("AC SK SK AC AC AC"));
        QCOMPARE(refused.groups.size(), std::size_t(6));
    }

    void aScoreWhereNoneMayBeIsAJudgeError() {
        const TemporaryPackage package = grouped("problem_format_version: 2025-09\nname: Sums\ntype: scoring\n");
        package.write("output_validator/validate.py", Validator);
        for (const char* name : {"a", "b"}) {
            package.write(std::string("data/secret/") + name + "/test_group.yaml",
                          "max_score: 50\noutput_validator_args: [score.txt, 1]\n");
        }
        package.write("data/sample/test_group.yaml", "output_validator_args: [score.txt, 1]\n");
        const Report report = judged(package, Sum);
        QCOMPARE(said(report), QStringLiteral("JE"));
        QCOMPARE(QString::fromStdString(report.error.value_or(Error{}).code), QStringLiteral("score.unwanted"));
    }

    void asksThePackagesGrader() {
        const TemporaryPackage package = grouped("name: Sums\ntype: scoring\n");
        package.write("data/testdata.yaml", "on_reject: continue\ngrader_flags: ignore_sample\nrange: 0 20\n");
        package.write("data/sample/testdata.yaml", "grader_flags: ''\n");
        package.write("data/secret/testdata.yaml", "grader_flags: ''\naccept_score: 4\n");
        package.write("data/secret/b/testdata.yaml", "grading: custom\ngrader_flags: one two\n");
        package.write("graders/grade.py", PointsAway);
        QCOMPARE(said(judged(package, Sum)), QStringLiteral("PA 18"));     // 4 + 4 and 12 - 2
        QCOMPARE(said(judged(package, SmallSum)), QStringLiteral("PA 9")); // 4 + 4 and 4 - 1 - 2
    }

    void aBrokenGraderIsAJudgeError_data() {
        QTest::addColumn<QByteArray>("grader");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("detail");
        QTest::newRow("crash") << QByteArray("import sys\nsys.exit('no idea')\n") << QStringLiteral("grader.failed")
                               << QStringLiteral("graders/grade.py on data/secret/b: exit code 1; it said: no idea");
        QTest::newRow("nonsense") << QByteArray("print('very good')\n") << QStringLiteral("grader.no-grade")
                                  << QStringLiteral("graders/grade.py on data/secret/b: it wrote \"very good\" instead "
                                                    "of a verdict and a score such as \"AC 12.5\"");
        QTest::newRow("silence") << QByteArray("pass\n") << QStringLiteral("grader.no-grade")
                                 << QStringLiteral("graders/grade.py on data/secret/b: it wrote \"\" instead of a "
                                                   "verdict and a score such as \"AC 12.5\"");
        QTest::newRow("gave up") << QByteArray("print('JE 0')\n") << QStringLiteral("grader.failed")
                                 << QStringLiteral("graders/grade.py on data/secret/b: it gave up (JE)");
    }

    void aBrokenGraderIsAJudgeError() {
        QFETCH(QByteArray, grader);
        QFETCH(QString, code);
        QFETCH(QString, detail);
        const TemporaryPackage package = grouped("name: Sums\ntype: scoring\n");
        package.write("data/secret/b/testdata.yaml", "grading: custom\n");
        package.write("graders/grade.py", grader.toStdString());
        const Report report = judged(package, Sum);
        QCOMPARE(said(report), QStringLiteral("JE"));
        QCOMPARE(QString::fromStdString(report.error.value_or(Error{}).code), code);
        QCOMPARE(QString::fromStdString(report.error->detail), detail);
    }

    void tellsAGraderWhatThereIs() {
        QCOMPARE(graderInput({{Verdict::Accepted, 12.5}, {Verdict::RuntimeError, 0}, {Verdict::TimeLimit, -1}}),
                 std::string("AC 12.5\nRTE 0\nTLE -1\n"));
    }
};

QTEST_GUILESS_MAIN(TestScoringReal)
#include "test_scoring_real.moc"
