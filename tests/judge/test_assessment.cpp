// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/assessment.h"
#include "judge/package/folder_expectations.h"
#include "judge/package/submissions_yaml.h"

#include <QTest>

#include <algorithm>
#include <sstream>

using namespace grindstone;
using namespace grindstone::judge;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

/// "sample/1:AC secret/1:WA" as a report; its verdict is the first failure.
Report reportOf(const std::string& text) {
    Report report;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        const std::size_t colon = word.find(':');
        CaseResult result;
        result.name = word.substr(0, colon);
        result.verdict = findVerdict(word.substr(colon + 1));
        report.cases.push_back(result);
    }
    report.verdict = Verdict::Accepted;
    for (const CaseResult& result : report.cases) {
        if (result.verdict != Verdict::Accepted && result.verdict != Verdict::Skipped) {
            report.verdict = result.verdict;
            break;
        }
    }
    return report;
}

PackageSubmission submissionIn(const std::string& folder, PackageFormat format) {
    PackageSubmission submission;
    submission.path = "submissions/" + folder + "/a.py";
    submission.expected = expectationOfFolder(folder, format).expected;
    return submission;
}

/// As submissions.yaml has it for all submissions.
PackageSubmission submissionWith(const std::string& yaml) {
    PackageSubmission submission;
    submission.path = "submissions/x/a.py";
    std::vector<Finding> findings;
    const Result<YamlValue> value = parseYaml(yaml, SubmissionsFile);
    for (const SubmissionEntry& entry : readSubmissionEntries(*value, findings)) {
        submission.expected.rules.insert(submission.expected.rules.end(), entry.rules.begin(), entry.rules.end());
    }
    return submission;
}

std::string shown(const Judgement& judgement) {
    std::string text = judgement.verdict + (judgement.ok ? " ok" : " wrong");
    return judgement.reason.empty() ? text : text + ": " + judgement.reason;
}

Problem problemWith(const std::vector<std::string>& cases) {
    Problem problem;
    for (const std::string& name : cases) {
        problem.cases.emplace_back();
        problem.cases.back().name = name;
    }
    return problem;
}

std::string joined(const std::vector<Finding>& findings) {
    std::string text;
    for (const Finding& finding : findings) {
        text += (finding.severity == Severity::Error ? "error " : "warning ") + textOf(finding) + "\n";
    }
    return text;
}

} // namespace

class TestAssessment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesByFolder_data();
    void judgesByFolder();
    void judgesByRules_data();
    void judgesByRules();
    void judgesScores();
    void takesNoScoreForNothingWhereItIsRejected();
    void wantsFewerThanFullMarks();
    void judgesScoresOfGroups();
    void looksForMessages();
    void countsWhatTheStaticValidatorSays();
    void neverTakesAJudgeErrorAsRight();
    void neverTakesAStoppedSubmissionAsRight();
    void listsWhatIsWanted();
    void boundsTheTimeLimit();
    void findsRulesThatSayNothing();
    void findsRulesWithoutCommonGround();
};

void TestAssessment::judgesByFolder_data() {
    QTest::addColumn<std::string>("folder");
    QTest::addColumn<std::string>("report");
    QTest::addColumn<std::string>("legacy");
    QTest::addColumn<std::string>("current");

    const auto add = [](const std::string& folder, const std::string& report, const std::string& legacy,
                        const std::string& current) {
        QTest::newRow((folder + " " + report).c_str()) << folder << report << legacy << current;
    };
    add("accepted", "1:AC 2:AC", "AC ok", "AC ok");
    add("accepted", "1:AC 2:WA", "WA wrong: 2: WA, but submissions/accepted wants AC",
        "WA wrong: 2: WA, but submissions/accepted permits only AC");
    add("accepted", "1:PA", "PA ok: it has only a part of the marks; submissions/partially_accepted is for such ones",
        "PA ok");
    add("wrong_answer", "1:AC 2:WA", "WA ok", "WA ok");
    add("wrong_answer", "1:WA 2:TLE", "WA ok", "TLE wrong: 2: TLE, but submissions/wrong_answer permits only AC or WA");
    add("wrong_answer", "1:TLE 2:WA", "TLE wrong: 1: TLE, but submissions/wrong_answer wants WA",
        "TLE wrong: 1: TLE, but submissions/wrong_answer permits only AC or WA");
    add("wrong_answer", "1:AC", "AC wrong: 1: AC, but submissions/wrong_answer wants WA",
        "AC wrong: no case comes to WA, which submissions/wrong_answer requires");
    add("wrong_answer", "1:OLE", "OLE ok", "OLE ok");
    add("time_limit_exceeded", "1:TLE 2:SK", "TLE ok", "TLE ok");
    add("time_limit_exceeded", "1:WA 2:TLE", "TLE ok: 2: TLE, and WA as a whole",
        "WA wrong: 1: WA, but submissions/time_limit_exceeded permits only AC or TLE");
    add("time_limit_exceeded", "1:RE 2:TLE", "RTE wrong: 1: RTE, but submissions/time_limit_exceeded wants TLE",
        "RTE wrong: 1: RTE, but submissions/time_limit_exceeded permits only AC or TLE");
    add("run_time_error", "1:RE", "RTE ok", "RTE ok");
    add("run_time_error", "1:MLE", "MLE ok", "MLE ok");
    add("run_time_error", "1:OLE", "OLE ok", "OLE ok");
    add("run_time_error", "1:WA 2:RE", "RTE ok: 2: RTE, and WA as a whole",
        "WA wrong: 1: WA, but submissions/run_time_error permits only AC or RTE");
    add("rejected", "1:AC 2:RE", "RTE ok", "RTE ok");
    add("rejected", "1:AC", "AC wrong: no case comes to WA, TLE or RTE, which submissions/rejected requires",
        "AC wrong: no case comes to WA, TLE or RTE, which submissions/rejected requires");
    add("brute_force", "1:AC 2:TLE 3:RE", "TLE ok", "TLE ok");
    add("brute_force", "1:TLE 2:WA", "WA wrong: 2: WA, but submissions/brute_force permits only AC, TLE or RTE",
        "WA wrong: 2: WA, but submissions/brute_force permits only AC, TLE or RTE");
    add("brute_force", "1:AC", "AC wrong: no case comes to TLE or RTE, which submissions/brute_force requires",
        "AC wrong: no case comes to TLE or RTE, which submissions/brute_force requires");
    add("slow_accepted", "1:AC 2:TLE", "TLE ok", "TLE ok");
    add("slow_accepted", "1:WA", "WA wrong: 1: WA, but submissions/slow_accepted permits only AC or TLE",
        "WA wrong: 1: WA, but submissions/slow_accepted permits only AC or TLE");
    add("partially_accepted", "1:PA", "PA ok", "PA ok");
    add("partially_accepted", "1:WA", "WA wrong: 1: WA, but submissions/partially_accepted wants AC",
        "WA wrong: 1: WA, but submissions/partially_accepted wants AC");
    add("memory_limit_exceeded", "1:MLE", "MLE ok", "MLE ok");
    add("memory_limit_exceeded", "1:RE", "RTE ok", "RTE ok");
    add("memory_limit_exceeded", "1:TLE", "TLE wrong: 1: TLE, but submissions/memory_limit_exceeded wants RTE or MLE",
        "TLE wrong: 1: TLE, but submissions/memory_limit_exceeded wants RTE or MLE");
    add("compile_error", ":CE", "CE ok", "CE ok");
    add("compile_error", "1:AC", "AC wrong: 1: AC, but submissions/compile_error wants CE",
        "AC wrong: 1: AC, but submissions/compile_error wants CE");
    add("accepted", ":CE", "CE wrong: it does not compile", "CE wrong: it does not compile");
    add("rejected", ":CE", "CE wrong: it does not compile", "CE wrong: it does not compile");
    add("mixed", "1:RE", "RTE ok", "RTE ok");
    add("mixed", ":CE", "CE wrong: it does not compile", "CE wrong: it does not compile");
}

void TestAssessment::judgesByFolder() {
    QFETCH(std::string, folder);
    QFETCH(std::string, report);
    Report result = reportOf(report);
    if (result.verdict == Verdict::CompileError) {
        result.cases.clear();
    }
    const std::string name = folder;
    const Judgement legacy = assess(submissionIn(name, PackageFormat::Legacy), result, Problem());
    QTEST(shown(legacy), "legacy");
    const Judgement current = assess(submissionIn(name, PackageFormat::Current), result, Problem());
    QTEST(shown(current), "current");
}

void TestAssessment::judgesByRules_data() {
    QTest::addColumn<std::string>("yaml");
    QTest::addColumn<std::string>("report");
    QTest::addColumn<std::string>("judgement");

    const std::string halves = "x:\n"
                               "  sample:\n    permitted: [AC]\n"
                               "  secret/*-easy:\n    permitted: [AC]\n"
                               "  secret/*-hard:\n    permitted: [AC, TLE]\n    required: [TLE]\n";
    QTest::newRow("as it is to be") << halves << "sample/1:AC secret/1-easy:AC secret/2-hard:TLE secret/3-hard:AC"s
                                    << "TLE ok"s;
    QTest::newRow("easy one fails") << halves << "sample/1:AC secret/1-easy:TLE secret/2-hard:TLE"s
                                    << "TLE wrong: secret/1-easy: TLE, but submissions/submissions.yaml:4 permits only "
                                       "AC"s;
    QTest::newRow("hard ones pass") << halves << "sample/1:AC secret/1-easy:AC secret/2-hard:AC"s
                                    << "AC wrong: no case of secret/*-hard comes to TLE, which "
                                       "submissions/submissions.yaml:6 requires"s;
    QTest::newRow("groups") << "x:\n  secret/group1:\n    permitted: [WA]\n"s
                            << "secret/group1/1:WA secret/group2/1:AC"s
                            << "WA ok"s;
    QTest::newRow("all are skipped") << halves << "sample/1:AC secret/1-easy:AC secret/2-hard:SK"s
                                     << "AC ok"s;
    QTest::newRow("several rules") << "x:\n  permitted: [AC, WA]\n\"{x,y}\":\n  permitted: [AC, TLE]\n"s
                                   << "1:AC 2:WA"s
                                   << "WA wrong: 2: WA, but submissions/submissions.yaml:3 permits only AC or TLE"s;
}

void TestAssessment::judgesByRules() {
    QFETCH(std::string, yaml);
    QFETCH(std::string, report);
    const Judgement judgement = assess(submissionWith(yaml), reportOf(report), Problem());
    QTEST(shown(judgement), "judgement");
}

void TestAssessment::judgesScores() {
    Report report = reportOf("secret/1:PA");
    report.score = 0.1 + 0.2;
    QCOMPARE(shown(assess(submissionWith("x:\n  score: 0.3\n"), report, Problem())), std::string("PA ok"));
    QCOMPARE(shown(assess(submissionWith("x:\n  score: [0.1, 0.2]\n"), report, Problem())),
             std::string("PA wrong: its score is 0.3, but submissions/submissions.yaml:1 wants 0.1 to 0.2"));
    report.score.reset();
    QCOMPARE(shown(assess(submissionWith("x:\n  score: 5\n"), report, Problem())),
             std::string("PA wrong: its score is missing, but submissions/submissions.yaml:1 wants 5"));

    PackageSubmission annotated = submissionIn("partially_accepted", PackageFormat::Legacy);
    annotated.expected.whole->score = 40;
    report.score = 40;
    QVERIFY(assess(annotated, report, Problem()).ok);
    report.score = 41;
    QCOMPARE(shown(assess(annotated, report, Problem())),
             std::string("PA wrong: its score is 41, but submissions/partially_accepted wants 40"));
}

void TestAssessment::takesNoScoreForNothingWhereItIsRejected() {
    Report report = reportOf("secret/1:WA");
    PackageSubmission wrong = submissionIn("wrong_answer", PackageFormat::Legacy);
    wrong.expected.whole->score = 0;
    QVERIFY(assess(wrong, report, Problem()).ok);
    wrong.expected.whole->score = 1;
    QVERIFY(!assess(wrong, report, Problem()).ok);
    PackageSubmission right = submissionIn("accepted", PackageFormat::Legacy);
    right.expected.whole->score = 0;
    QVERIFY(!assess(right, reportOf("secret/1:AC"), Problem()).ok);
}

void TestAssessment::wantsFewerThanFullMarks() {
    Report report = reportOf("secret/1:AC");
    const PackageSubmission submission = submissionIn("partially_accepted", PackageFormat::Legacy);
    report.score = 40;
    QVERIFY(assess(submission, report, Problem()).ok); // full marks aren't known
    report.maxScore = 100;
    QVERIFY(assess(submission, report, Problem()).ok);
    report.score = 100;
    QCOMPARE(shown(assess(submission, report, Problem())),
             std::string("AC wrong: it has full marks, 100, but submissions/partially_accepted wants fewer"));
}

void TestAssessment::judgesScoresOfGroups() {
    Report report = reportOf("secret/a/1:AC secret/b/1:WA");
    report.groups = {{"secret/a", Verdict::Accepted, 10, 10}, {"secret/b", Verdict::WrongAnswer, 0, 10}};
    const char* yaml = "x:\n  secret/a:\n    score: 10\n  secret/b:\n    score: [5, 10]\n";
    QCOMPARE(shown(assess(submissionWith(yaml), report, Problem())),
             std::string("WA wrong: the score of secret/b is 0, but submissions/submissions.yaml:4 wants 5 to 10"));
    report.groups[1].score = 5;
    QVERIFY(assess(submissionWith(yaml), report, Problem()).ok);
}

void TestAssessment::looksForMessages() {
    Report report = reportOf("sample/1:AC secret/1:WA");
    report.cases[1].feedback.judgeMessage = "line 3: out of range";
    QVERIFY(assess(submissionWith("x:\n  message: out of\n"), report, Problem()).ok);
    QVERIFY(assess(submissionWith("x:\n  secret:\n    message: out of\n"), report, Problem()).ok);
    QCOMPARE(shown(assess(submissionWith("x:\n  sample:\n    message: out of\n"), report, Problem())),
             std::string("WA wrong: the validator never says \"out of\", which submissions/submissions.yaml:2 wants"));
    QVERIFY(!assess(submissionWith("x:\n  message: OUT OF\n"), report, Problem()).ok);
}

void TestAssessment::countsWhatTheStaticValidatorSays() {
    Report report;
    report.verdict = Verdict::WrongAnswer;
    report.staticResults.push_back({"secret", Visibility::Shown, Verdict::WrongAnswer, {}, {}});
    QVERIFY(assess(submissionIn("wrong_answer", PackageFormat::Current), report, Problem()).ok);
    QCOMPARE(shown(assess(submissionIn("accepted", PackageFormat::Current), report, Problem())),
             std::string("WA wrong: secret: WA, but submissions/accepted permits only AC"));
}

void TestAssessment::neverTakesAJudgeErrorAsRight() {
    for (const char* folder : {"accepted", "rejected", "mixed", "run_time_error", "compile_error"}) {
        const PackageSubmission submission = submissionIn(folder, PackageFormat::Current);
        Report report = reportOf("secret/1:RE secret/2:JE");
        report.cases[1].error = Error{"checker.failed", "output_validator: exit code 1"};
        QCOMPARE(shown(assess(submission, report, Problem())),
                 std::string("JE wrong: secret/2: output_validator: exit code 1"));
        report = Report();
        report.verdict = Verdict::JudgeError;
        report.error = Error{"judge.memory", "out of memory"};
        QCOMPARE(shown(assess(submission, report, Problem())), std::string("JE wrong: out of memory"));
    }
}

void TestAssessment::neverTakesAStoppedSubmissionAsRight() {
    Report report = reportOf("secret/1:AC");
    report.cancelled = true;
    report.verdict.reset();
    QCOMPARE(shown(assess(submissionIn("accepted", PackageFormat::Current), report, Problem())),
             std::string(" wrong: stopped before it was judged"));
}

void TestAssessment::listsWhatIsWanted() {
    const Report report = reportOf("secret/1:AC");
    const auto wanted = [&](const PackageSubmission& submission) {
        return assess(submission, report, Problem()).expected;
    };
    QCOMPARE(wanted(submissionIn("brute_force", PackageFormat::Current)), (std::vector<std::string>{"TLE", "RTE"}));
    QCOMPARE(wanted(submissionIn("time_limit_exceeded", PackageFormat::Legacy)), std::vector<std::string>{"TLE"});
    QCOMPARE(wanted(submissionIn("mixed", PackageFormat::Legacy)), std::vector<std::string>());
    QCOMPARE(wanted(submissionWith("x:\n  sample:\n    permitted: [AC]\n")), std::vector<std::string>());
    QCOMPARE(wanted(submissionWith("x:\n  required: [TLE, WA]\n\"*\":\n  required: [WA, RTE]\n")),
             std::vector<std::string>{"WA"});
}

void TestAssessment::boundsTheTimeLimit() {
    Report report = reportOf("sample/1:AC secret/1:AC secret/2:TLE secret/3:SK");
    report.cases[0].cpu = 10ms;
    report.cases[1].cpu = 20ms;
    report.cases[2].cpu = 70ms;
    report.cases[3].cpu = 99ms;
    const auto bounds = [&](const PackageSubmission& submission) {
        const LimitBounds found = limitBounds(submission, report);
        const auto show = [](std::optional<std::chrono::nanoseconds> time) {
            return time ? std::to_string(*time / 1ms) : std::string("-");
        };
        return show(found.above) + " " + show(found.below);
    };
    QCOMPARE(bounds(submissionIn("accepted", PackageFormat::Legacy)), std::string("70 -"));
    QCOMPARE(bounds(submissionIn("accepted", PackageFormat::Current)), std::string("70 -"));
    QCOMPARE(bounds(submissionIn("wrong_answer", PackageFormat::Legacy)), std::string("- -"));
    QCOMPARE(bounds(submissionIn("wrong_answer", PackageFormat::Current)), std::string("70 -"));
    QCOMPARE(bounds(submissionIn("time_limit_exceeded", PackageFormat::Legacy)), std::string("- 70"));
    QCOMPARE(bounds(submissionIn("time_limit_exceeded", PackageFormat::Current)), std::string("- 70"));
    QCOMPARE(bounds(submissionIn("brute_force", PackageFormat::Current)), std::string("- -"));
    QCOMPARE(bounds(submissionIn("slow_accepted", PackageFormat::Legacy)), std::string("- -"));
    QCOMPARE(bounds(submissionWith("x:\n  sample:\n    permitted: [AC]\n  secret/1:\n    required: [TLE]\n")),
             std::string("10 20"));
    QCOMPARE(bounds(submissionWith("x:\n  permitted: [AC]\n  use_for_time_limit: false\n")), std::string("- -"));
    QCOMPARE(bounds(submissionWith("x:\n  permitted: [AC, TLE]\n  use_for_time_limit: lower\n")), std::string("70 -"));
}

void TestAssessment::findsRulesThatSayNothing() {
    const Problem problem = problemWith({"sample/1", "secret/1"});
    const PackageSubmission submission = submissionWith("x:\n"
                                                        "  secret/group1:\n    permitted: [AC]\n"
                                                        "  secret/*:\n    permitted: [AC]\n    score: 3\n");
    QCOMPARE(joined(checkExpectations({submission, submission}, problem)),
             std::string("warning submissions/submissions.yaml:2: \"secret/group1\" names no test case and no group; "
                         "correct the name, which is a path below data/ without .in\n"
                         "warning submissions/submissions.yaml:4: score is for scoring problems only; remove it\n"));
    QCOMPARE(joined(checkExpectations({submissionIn("partially_accepted", PackageFormat::Legacy)}, problem)),
             std::string("warning submissions/partially_accepted: submissions/partially_accepted/a.py is to have a "
                         "score, and the problem has none; correct the submission's folder or comment, or make the "
                         "problem a scoring one\n"));
}

void TestAssessment::findsRulesWithoutCommonGround() {
    const Problem problem = problemWith({"sample/1", "secret/1"});
    QCOMPARE(joined(checkExpectations(
                 {submissionWith("x:\n  permitted: [AC]\n\"*\":\n  secret/1:\n    permitted: [WA, TLE]\n")}, problem)),
             std::string("error submissions/submissions.yaml:4: submissions/x/a.py may come to nothing at all in "
                         "secret/1: this rule and the others for it permit no common verdict\n"));
}

QTEST_GUILESS_MAIN(TestAssessment)
#include "test_assessment.moc"
