// SPDX-License-Identifier: GPL-3.0-or-later
// What is remembered of judged submissions, and under which keys.
#include "judge/cache/digest.h"
#include "judge/language/language_catalogue.h"
#include "judge/verify/run_key.h"
#include "judge/verify/run_memory.h"
#include "judge/verify/run_record.h"
#include "tests/judge/temporary_package.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;
using namespace std::chrono_literals;

namespace {

Report judged() {
    Report report;
    report.verdict = Verdict::WrongAnswer;
    report.compile.ok = true;
    report.score = 12.5;
    report.limits.cpuTime = 1500ms;
    CaseResult one;
    one.name = "secret/1";
    one.verdict = Verdict::Accepted;
    one.cpu = 123'456'789ns;
    one.memory = Bytes::mib(3);
    one.score = 1;
    report.cases.push_back(one);
    one.name = "secret/2";
    one.verdict = Verdict::WrongAnswer;
    one.limit = sandbox::LimitHit::Wall;
    one.feedback.judgeMessage = "no: \xff";
    report.cases.push_back(one);
    report.groups.push_back({"secret", Verdict::Partial, 12.5, 20.0});
    report.staticResults.push_back({});
    report.staticResults.back().group = "secret";
    return report;
}

} // namespace

class TestRunMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsJudgedBy() {
        const std::optional<Report> read = reportFrom(recordOf(judged()));
        QVERIFY(read);
        QCOMPARE(read->verdict, Verdict::WrongAnswer);
        QVERIFY(read->compile.ok);
        QCOMPARE(read->score, 12.5);
        QVERIFY(!read->maxScore);
        QCOMPARE(read->limits.cpuTime, 1500ms);
        QCOMPARE(read->cases.size(), 2U);
        QCOMPARE(read->cases[0].cpu, 123'456'789ns);
        QCOMPARE(read->cases[0].memory.count(), Bytes::mib(3).count());
        QCOMPARE(read->cases[0].score, 1.0);
        QCOMPARE(read->cases[1].name, "secret/2");
        QCOMPARE(read->cases[1].limit, sandbox::LimitHit::Wall);
        QVERIFY(read->cases[1].feedback.judgeMessage.starts_with("no: "));
        QCOMPARE(read->groups[0].verdict, Verdict::Partial);
        QCOMPARE(read->groups[0].maxScore, 20.0);
        QCOMPARE(read->staticResults[0].group, "secret");
    }

    void believesNoDamagedRecord() {
        const std::string record = recordOf(judged());
        QVERIFY(!reportFrom(""));
        QVERIFY(!reportFrom(record.substr(0, record.size() - 1)));
        for (std::size_t i = 0; i < record.size(); i += 7) {
            std::string damaged = record;
            damaged[i] = static_cast<char>(damaged[i] ^ 1);
            QVERIFY(!reportFrom(damaged));
        }
        const std::string other = "{\"verdict\": 7}";
        QVERIFY(!reportFrom(Digest().add(other).hex() + other));
    }

    void remembersNoJudgeErrors() {
        QTemporaryDir folder;
        const RunMemory memory(folder.path().toStdString());
        memory.remember("good", judged());
        QVERIFY(memory.recall("good"));
        Report failed = judged();
        failed.cases[0].verdict = Verdict::JudgeError;
        memory.remember("case", failed);
        QVERIFY(!memory.recall("case"));
        Report stopped = judged();
        stopped.cancelled = true;
        memory.remember("stopped", stopped);
        QVERIFY(!memory.recall("stopped"));
        Report broken = judged();
        broken.error = Error{"checker.failed", "x"};
        memory.remember("broken", broken);
        QVERIFY(!memory.recall("broken"));
        QVERIFY(!RunMemory({}).recall("good"));
    }

    void seesWhatCountsInAPackage() {
        const TemporaryPackage package = TemporaryPackage::valid();
        const auto digest = [&] { return packageDigest(package.path(), {}); };
        const std::string before = digest();
        QCOMPARE(digest(), before);
        package.write("statement/problem.en.md", "Another text.\n");
        package.write("submissions/accepted/a.py", "print(3)\n");
        package.write(".hidden/file", "x\n");
        QCOMPARE(digest(), before);
        package.write("data/secret/1.ans", "4\n");
        const std::string changed = digest();
        QVERIFY(changed != before);
        package.write("output_validator/check.py", "exit(42)\n");
        QVERIFY(digest() != changed);
        package.write("data/secret/1.ans", "3\n");
        package.remove("output_validator");
        QCOMPARE(digest(), before);
        package.link("1.in", "data/secret/2.in");
        QVERIFY(digest() != before);
    }

    void blamesPackagesForWhatTheirProgramsDo() {
        QVERIFY(!isOurFailure({"score.unwanted", ""}));
        QVERIFY(!isOurFailure({"checker.failed", ""}));
        QVERIFY(isOurFailure({"sandbox.unavailable", ""}));
    }

    void hasOtherKeysForOtherRuns() {
        const auto catalogue = LanguageCatalogue::load({std::string(GRINDSTONE_SOURCE_DIR) + "/resources/languages"});
        Problem problem;
        problem.cases.resize(2);
        SubmissionTask task;
        task.language = catalogue.find("cpp");
        QVERIFY(task.language);
        task.sources = {{"a.cpp", "int main() {}"}};
        task.problem = std::make_shared<const Problem>(problem);
        const std::string key = runKey("package", task, "1");
        QCOMPARE(key.size(), 64U);
        QCOMPARE(runKey("package", task, "1"), key);
        QVERIFY(runKey("package", task, "2") != key);
        QVERIFY(runKey("other", task, "1") != key);
        QVERIFY(runKey("", task, "1").empty());
        SubmissionTask all = task;
        all.allCases = true;
        QVERIFY(runKey("package", all, "1") != key);
        SubmissionTask edited = task;
        edited.sources[0].content += "\n";
        QVERIFY(runKey("package", edited, "1") != key);
        problem.limits.cpuTime += 1ms;
        SubmissionTask longer = task;
        longer.problem = std::make_shared<const Problem>(problem);
        QVERIFY(runKey("package", longer, "1") != key);
    }
};

QTEST_GUILESS_MAIN(TestRunMemory)
#include "test_run_memory.moc"
