// SPDX-License-Identifier: GPL-3.0-or-later
// Conversations of every fate in real boxes: guess the number that the interactor has in its input, between 1 and 100,
// with ten questions; "?" asks, "!" is the last word.
#include "judge/engine/judge.h"
#include "judge/report/report_json.h"
#include "sandbox/sandbox.h"
#include "tests/judge/temporary_package.h"
#include "tests/support/real_judge.h"

#include <nlohmann/json.hpp>

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

constexpr const char* InteractorCpp = R"(#include <fstream>
#include <iostream>
#include <string>
int main(int count, char** words) {
    if (count < 4) return 1;
    std::ifstream input(words[1]), answer(words[2]);
    std::string team = words[3];
    std::ofstream judges(team + "judgemessage.txt");
    int secret = 0, guess = 0;
    input >> secret;
    std::string kind;
    for (int questions = 0; questions < 10 && std::cin >> kind >> guess; ++questions) {
        if (kind == "!") {
            judges << "said " << guess << "\n";
            return guess == secret ? 42 : 43;
        }
        std::cout << (guess < secret ? "higher" : guess > secret ? "lower" : "right") << std::endl;
    }
    judges << "no last word\n";
    return 43;
}
)";

constexpr const char* InteractorPython = R"(import sys
secret = int(open(sys.argv[1]).read())
for question in range(10):
    line = sys.stdin.readline().split()
    if len(line) != 2:
        break
    if line[0] == '!':
        sys.exit(42 if int(line[1]) == secret else 43)
    guess = int(line[1])
    print('higher' if guess < secret else 'lower' if guess > secret else 'right', flush=True)
sys.exit(43)
)";

constexpr const char* Guessing = R"(import sys
low, high = 1, 100
while low < high:
    middle = (low + high) // 2
    print('?', middle, flush=True)
    word = sys.stdin.readline().strip()
    if word == 'higher':
        low = middle + 1
    elif word == 'lower':
        high = middle - 1
    else:
        low = high = middle
print('!', low, flush=True)
)";

/// `code` to have done the guessing when `then` begins.
std::string guessingThen(const char* then) {
    return std::string(Guessing) + then;
}

} // namespace

class TestInteractiveReal : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<tests::RealJudge> m_real;

    static TemporaryPackage package(const std::string& interactor = InteractorPython, const char* file = "talk.py") {
        auto package = TemporaryPackage::valid();
        package.write("problem.yaml", "problem_format_version: 2025-09\nname: Guess\ntype: interactive\nlimits:\n"
                                      "  time_limit: 1\n  memory: 256\n  output: 1\n  validation_time: 1\n"
                                      "  validation_memory: 256\n  validation_output: 1\n");
        package.write("data/sample/1.in", "42\n");
        package.write("data/sample/1.ans", "");
        package.write("data/secret/1.in", "7\n");
        package.write("data/secret/1.ans", "");
        package.write(std::string("output_validator/") + file, interactor);
        return package;
    }

    static JudgeRequest request(const TemporaryPackage& package, const std::string& code) {
        JudgeRequest request;
        request.problem = std::make_shared<const Problem>(package.load().value());
        request.problemId = "test/guess";
        request.language = "python3";
        request.sources = {{"mine.py", code}};
        return request;
    }

    Report judged(const TemporaryPackage& package, const std::string& code) {
        return m_real->judge->judge(request(package, code), {}, {});
    }

    static std::string problemOf(const Report& report) {
        const std::string verdict = report.verdict ? std::string(code(*report.verdict)) : "none";
        return verdict + (report.error ? ", " + report.error->code + ": " + report.error->detail : "");
    }

private Q_SLOTS:
    void initTestCase() {
        auto started = tests::RealJudge::start();
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        m_real = *std::move(started);
    }

    void judgesATalk_data() {
        QTest::addColumn<std::string>("program");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<Interaction::Note>("note");
        const auto none = Interaction::Note::None;
        QTest::newRow("right") << std::string(Guessing) << Verdict::Accepted << none;
        QTest::newRow("wrong") << std::string("print('! 1')") << Verdict::WrongAnswer << none;
        QTest::newRow("its words come before any answer")
            << "print('? 1\\n? 2', flush=True)\ninput()\ninput()\n" + std::string(Guessing) << Verdict::Accepted
            << none;
        QTest::newRow("it goes on talking when all is over")
            << guessingThen("import time\nfor i in range(20):\n    print('more', flush=True)\n    time.sleep(0.01)\n")
            << Verdict::Accepted << none;
        QTest::newRow("too many questions")
            << std::string("for i in range(11):\n    print('? 1', flush=True)\n    input()\n") << Verdict::WrongAnswer
            << none;
        QTest::newRow("rejected, then it crashes")
            << std::string("print('! 1', flush=True)\nprint(input())\n") << Verdict::WrongAnswer << none;
        QTest::newRow("rejected, then it runs on")
            << std::string("print('! 1', flush=True)\nwhile True: pass\n") << Verdict::WrongAnswer << none;
        QTest::newRow("it never speaks") << std::string("import sys\nsys.exit(0)\n") << Verdict::WrongAnswer << none;
        QTest::newRow("it leaves in the middle")
            << std::string("print('? 1', flush=True)\ninput()\n") << Verdict::WrongAnswer << none;
        QTest::newRow("it leaves with an exit code")
            << std::string("import sys\nprint('? 1', flush=True)\ninput()\nsys.exit(3)\n") << Verdict::RuntimeError
            << none;
        QTest::newRow("it crashes in the middle")
            << std::string("import os\nprint('? 1', flush=True)\ninput()\nos.kill(os.getpid(), 11)\n")
            << Verdict::RuntimeError << none;
        QTest::newRow("an exit code after the acceptance")
            << guessingThen("sys.stdin.read()\nsys.exit(3)\n") << Verdict::RuntimeError
            << Interaction::Note::AfterAcceptance;
        QTest::newRow("it runs on after the acceptance")
            << guessingThen("while True: pass\n") << Verdict::TimeLimit << Interaction::Note::AfterAcceptance;
        QTest::newRow("it stays after the acceptance") << guessingThen("import time\ntime.sleep(100)\n")
                                                       << Verdict::TimeLimit << Interaction::Note::AfterAcceptance;
        QTest::newRow("it doesn't flush")
            << std::string("import sys\nsys.stdout.write('? 1\\n')\nsys.stdin.readline()\n") << Verdict::TimeLimit
            << Interaction::Note::BothWaited;
        QTest::newRow("it sleeps") << std::string("import time\ntime.sleep(100)\n") << Verdict::TimeLimit
                                   << Interaction::Note::BothWaited;
        QTest::newRow("it computes without end") << std::string("while True: pass\n") << Verdict::TimeLimit << none;
        QTest::newRow("it never reads") << std::string(
                                               "import time\nfor i in range(20):\n    print('? 1', flush=True)\n"
                                               "time.sleep(100)\n")
                                        << Verdict::WrongAnswer << none;
        QTest::newRow("it closes its streams and stays")
            << std::string("import os, time\nos.close(0)\nos.close(1)\ntime.sleep(100)\n") << Verdict::TimeLimit
            << none;
        QTest::newRow("it needs too much memory")
            << std::string("x = bytearray(1 << 30)\nx[::4096] = bytes(1 << 18)\n") << Verdict::MemoryLimit << none;
    }

    void judgesATalk() {
        QFETCH(const std::string, program);
        QFETCH(const Verdict, verdict);
        QFETCH(const Interaction::Note, note);
        const Report report = judged(package(), program);
        QVERIFY2(report.verdict == verdict, problemOf(report).c_str());
        const auto decisive = std::ranges::find(report.cases, report.verdict, &CaseResult::verdict);
        QVERIFY(decisive->interaction);
        QCOMPARE(static_cast<int>(decisive->interaction->note), static_cast<int>(note));
    }

    void holdsTheInteractorToItsTask_data() {
        QTest::addColumn<std::string>("interactor");
        QTest::addColumn<std::string>("program");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<std::string>("error");
        const std::string waits = "import sys\nsys.stdin.read()\n";
        const std::string crashes = "input()\nraise SystemExit(5)\n";
        const std::string none;
        QTest::newRow("rejects at once") << std::string("import sys\nsys.exit(43)\n") << waits << Verdict::WrongAnswer
                                         << none;
        QTest::newRow("accepts at once") << std::string("import sys\nsys.exit(42)\n") << waits << Verdict::Accepted
                                         << none;
        QTest::newRow("no judgement") << std::string("import sys\nsys.exit(0)\n") << waits << Verdict::JudgeError
                                      << std::string("checker.no-verdict");
        QTest::newRow("no judgement, and the program crashes of it")
            << std::string("import sys\nsys.exit(1)\n") << crashes << Verdict::JudgeError
            << std::string("checker.no-verdict");
        QTest::newRow("crashes") << std::string("import os\nos.kill(os.getpid(), 11)\n") << waits << Verdict::JudgeError
                                 << std::string("checker.crashed");
        QTest::newRow("computes too long")
            << std::string("while True: pass\n") << waits << Verdict::JudgeError << std::string("checker.timeout");
        QTest::newRow("talks without end") << std::string("while True: print('x' * 1000000)\n") << waits
                                           << Verdict::JudgeError << std::string("checker.output");
        QTest::newRow("writes too much feedback")
            << std::string(
                   "import sys\nopen(sys.argv[3] + 'judgemessage.txt', 'w').write('x' * 2000000)\nsys.exit(42)\n")
            << waits << Verdict::JudgeError << std::string("checker.output");
        QTest::newRow("needs too much memory") << std::string("x = bytearray(1 << 30)\nx[::4096] = bytes(1 << 18)\n")
                                               << waits << Verdict::JudgeError << std::string("checker.memory");
        QTest::newRow("asks on when the program has gone")
            << std::string("import sys\nwhile True:\n    print('go on', flush=True)\n    sys.stdin.readline()\n")
            << std::string("print(1)") << Verdict::WrongAnswer << none;
        QTest::newRow("breaks when the program has gone with an error")
            << std::string("input()\n") << std::string("raise SystemExit(5)") << Verdict::RuntimeError << none;
        QTest::newRow("hears endless talk")
            << std::string("import sys\nwhile sys.stdin.read(1000): pass\nsys.exit(43)\n")
            << std::string("while True: print('x' * 1000)\n") << Verdict::OutputLimit << none;
        QTest::newRow("says more than it may write otherwise")
            << std::string("import sys\nprint('x' * 10000000, flush=True)\nsys.exit(42)\n") << waits
            << Verdict::Accepted << none;
    }

    void holdsTheInteractorToItsTask() {
        QFETCH(const std::string, interactor);
        QFETCH(const std::string, program);
        QFETCH(const Verdict, verdict);
        QFETCH(const std::string, error);
        const Report report = judged(package(interactor), program);
        QVERIFY2(report.verdict == verdict, problemOf(report).c_str());
        QCOMPARE(report.error ? report.error->code : std::string(), error);
    }

    /// For longer than the wall limit of both, which is 1.8 s here.
    void waitsForAnInteractorThatComputes() {
        const TemporaryPackage slow = package("import sys, time\nsys.stdin.readline()\n"
                                              "end = time.process_time() + 2.5\n"
                                              "while time.process_time() < end: pass\n"
                                              "print(1, flush=True)\nsys.exit(42)\n");
        slow.write("problem.yaml", "problem_format_version: 2025-09\nname: Guess\ntype: interactive\nlimits:\n"
                                   "  time_limit: 0.2\n  memory: 256\n  validation_time: 10\n"
                                   "  validation_memory: 256\n");
        slow.remove("data/secret");
        const Report report = judged(slow, "print(1, flush=True)\ninput()\n");
        QVERIFY2(report.verdict == Verdict::Accepted, problemOf(report).c_str());
        QVERIFY(report.cases[0].rerun);
    }

    void interactorsMayBeInCpp() {
        const Report report = judged(package(InteractorCpp, "talk.cpp"), Guessing);
        QVERIFY2(report.verdict == Verdict::Accepted, problemOf(report).c_str());
        const Report wrong = judged(package(InteractorCpp, "talk.cpp"), "print('! 8')");
        QVERIFY(wrong.verdict == Verdict::WrongAnswer);
        QCOMPARE(wrong.cases[0].explanation.message, std::string("said 8"));
    }

    void keepsATranscriptOfWhatMayBeSeen() {
        const Report report = judged(package(), Guessing);
        QVERIFY2(report.verdict == Verdict::Accepted, problemOf(report).c_str());
        const auto& transcript = report.cases[0].interaction->transcript;
        QVERIFY(transcript);
        QCOMPARE(transcript->beginning().size(), std::size_t(13));
        QVERIFY(transcript->beginning()[0].side == Interaction::Program);
        QCOMPARE(transcript->beginning()[0].text, std::string("? 50\n"));
        QCOMPARE(transcript->beginning()[1].text, std::string("lower\n"));
        QVERIFY(!report.cases[1].interaction->transcript);
    }

    void givesTheInteractorACustomInput() {
        const TemporaryPackage guess = package();
        JudgeRequest run = request(guess, Guessing);
        run.mode = Mode::Run;
        run.customCases = {{"99\n", {}}};
        const Report report = m_real->judge->judge(run, {}, {});
        QVERIFY2(report.verdict == Verdict::Accepted, problemOf(report).c_str());
        QCOMPARE(report.cases[0].interaction->transcript->beginning()[1].text, std::string("higher\n"));
    }
};

QTEST_APPLESS_MAIN(TestInteractiveReal)
#include "test_interactive_real.moc"
