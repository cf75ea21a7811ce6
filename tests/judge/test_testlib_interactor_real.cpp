// SPDX-License-Identifier: GPL-3.0-or-later
// Interactors as testlib has them, in real boxes: they talk with the program, write what came of it, and say with exit
// code 0 that the rest is the checker's. The interactor here asks for as many numbers as its input says; the checker
// wants them to add up to the answer.
#include "judge/compare/comparator_spec.h"
#include "judge/engine/judge.h"
#include "tests/judge/temporary_package.h"
#include "tests/support/real_judge.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

constexpr const char* Interactor = R"(import sys
count = int(open(sys.argv[1]).read())
assert sys.argv[3] == '/case/answer'
with open(sys.argv[2], 'w') as written:
    for turn in range(count):
        print('next', flush=True)
        line = sys.stdin.readline().strip()
        if not line.isdigit():
            sys.stderr.write('wrong output format not a number')
            sys.exit(2)
        written.write(line + '\n')
sys.stderr.write('ok all said')
)";

constexpr const char* Checker = R"(import sys
written = [int(word) for word in open(sys.argv[2]).read().split()]
wanted = int(open(sys.argv[3]).read())
sys.stderr.write('wrong answer it is %d' % sum(written) if sum(written) != wanted else 'ok')
sys.exit(0 if sum(written) == wanted else 1)
)";

constexpr const char* SaysThree = "for i in range(2):\n    input()\n    print(3, flush=True)\n";

} // namespace

class TestTestlibInteractorReal : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<tests::RealJudge> m_real;
    TemporaryPackage m_package;

    CheckerSpec program(const char* name, const std::string& code) const {
        m_package.write(name, code);
        CheckerSpec spec;
        spec.kind = CheckerKind::Testlib;
        spec.name = name;
        spec.path = m_package.path() / name;
        spec.root = m_package.path();
        return spec;
    }

    std::shared_ptr<Problem> problem(const std::string& interactor = Interactor) const {
        m_package.write("tests/1", "2\n");
        m_package.write("tests/1.a", "6\n");
        auto problem = std::make_shared<Problem>();
        problem->interactive = true;
        problem->limits.memory = Bytes::mib(256);
        problem->limits.validationMemory = Bytes::mib(256);
        problem->limits.validationTime = std::chrono::seconds(5);
        problem->checkers = {program("interact.py", interactor), program("check.py", Checker)};
        TestCase only;
        only.name = "secret/1";
        only.inputPath = m_package.path() / "tests/1";
        only.answerPath = m_package.path() / "tests/1.a";
        only.comparator.name = CustomComparator;
        problem->cases = {only};
        return problem;
    }

    Report judged(std::shared_ptr<const Problem> problem, const std::string& code) {
        JudgeRequest request;
        request.problem = std::move(problem);
        request.language = "python3";
        request.sources = {{"mine.py", code}};
        return m_real->judge->judge(request, {}, {});
    }

    static std::string wordsOf(const Report& report) {
        return report.error           ? report.error->code + ": " + report.error->detail
               : report.cases.empty() ? std::string()
                                      : report.cases[0].explanation.message;
    }

private Q_SLOTS:
    void initTestCase() {
        auto started = tests::RealJudge::start();
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        m_real = *std::move(started);
    }

    void theCheckerJudgesWhatTheInteractorWrote_data() {
        QTest::addColumn<std::string>("code");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<std::string>("words");
        QTest::newRow("right") << std::string(SaysThree) << Verdict::Accepted << std::string();
        QTest::newRow("the checker rejects")
            << std::string("for i in range(2):\n    input()\n    print(4, flush=True)\n") << Verdict::WrongAnswer
            << std::string("wrong answer it is 8");
        QTest::newRow("the interactor rejects") << std::string("print('what?')\n") << Verdict::WrongAnswer
                                                << std::string("wrong output format not a number");
        QTest::newRow("it leaves after the last word with an exit code")
            << std::string(SaysThree) + "raise SystemExit(3)\n"
            << Verdict::RuntimeError << std::string();
    }

    void theCheckerJudgesWhatTheInteractorWrote() {
        QFETCH(const std::string, code);
        QFETCH(const Verdict, verdict);
        QFETCH(const std::string, words);
        const Report report = judged(problem(), code);
        QVERIFY2(report.verdict == verdict, wordsOf(report).c_str());
        QCOMPARE(wordsOf(report), words);
    }

    void aComparatorThatIsBuiltInDoesIt() {
        const auto compared = problem();
        compared->checkers.pop_back();
        compared->cases[0].comparator.name = "ncmp";
        m_package.write("tests/1.a", "3\n3\n");
        QVERIFY(judged(compared, SaysThree).verdict == Verdict::Accepted);
        m_package.write("tests/1.a", "3\n4\n");
        QVERIFY(judged(compared, SaysThree).verdict == Verdict::WrongAnswer);
    }

    void anInteractorThatFailsIsNoVerdict() {
        const Report report = judged(problem("import sys\nsys.stderr.write('FAIL no idea')\nsys.exit(3)\n"), SaysThree);
        QVERIFY(report.verdict == Verdict::JudgeError);
        QCOMPARE(wordsOf(report), std::string("checker.failed: interact.py on secret/1: it gave up (exit code 3, "
                                              "fail); it said: FAIL no idea"));
    }

    void whatWasNotWrittenIsEmpty() {
        const Report report = judged(problem("import os, sys\nsys.stdin.readline()\n"), "print(1, flush=True)\n");
        QVERIFY(report.verdict == Verdict::WrongAnswer);
        QCOMPARE(wordsOf(report), std::string("wrong answer it is 0"));
    }

    /// Of a problem whose programs read and write files.
    void filesStandForStreams_data() {
        QTest::addColumn<std::string>("code");
        QTest::addColumn<Verdict>("verdict");
        QTest::newRow("right") << std::string("open('sum.out', 'w').write(str(int(open('sum.in').read()) * 3))")
                               << Verdict::Accepted;
        QTest::newRow("wrong") << std::string("open('sum.out', 'w').write('7')") << Verdict::WrongAnswer;
        QTest::newRow("it prints instead") << std::string("print(6)") << Verdict::WrongAnswer;
        QTest::newRow("there is nothing on standard input")
            << std::string("import sys\nopen('sum.out', 'w').write('6' if sys.stdin.read() == '' else '')")
            << Verdict::Accepted;
        QTest::newRow("a folder") << std::string("import os\nos.mkdir('sum.out')") << Verdict::WrongAnswer;
        QTest::newRow("a link") << std::string("import os\nos.symlink('/case/answer', 'sum.out')")
                                << Verdict::WrongAnswer;
        QTest::newRow("too much") << std::string("open('sum.out', 'w').write('6' * (3 << 19))") << Verdict::OutputLimit;
    }

    void filesStandForStreams() {
        QFETCH(const std::string, code);
        QFETCH(const Verdict, verdict);
        const auto files = problem();
        files->interactive = false;
        files->checkers.clear();
        files->cases[0].comparator.name = "ncmp";
        files->limits.output = Bytes::mib(1);
        files->streamFiles = {"sum.in", "sum.out"};
        const Report report = judged(files, code);
        QVERIFY2(report.verdict == verdict, wordsOf(report).c_str());
    }
};

QTEST_APPLESS_MAIN(TestTestlibInteractorReal)
#include "test_testlib_interactor_real.moc"
