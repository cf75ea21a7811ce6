// SPDX-License-Identifier: GPL-3.0-or-later
// Packages with checkers of every fate, judged in real boxes: any two numbers whose sum is N.
#include "judge/checker/checker_call.h"
#include "judge/engine/judge.h"
#include "judge/report/report_json.h"
#include "sandbox/sandbox.h"
#include "tests/judge/temporary_package.h"
#include "tests/support/real_judge.h"

#include <nlohmann/json.hpp>

#include <QtTest>

#include <thread>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

/// Prints two numbers whose sum is N, as no answer file has them.
constexpr const char* Right = "n = int(input())\nprint(n + 5, -5)\n";
constexpr const char* Wrong = "n = int(input())\nprint(n, 1)\n";

constexpr const char* CheckerCpp = R"(#include "sum.h"
int main(int count, char** words) {
    if (count < 4) return 1;
    std::ifstream input(words[1]), answer(words[2]);
    std::ofstream judges(std::string(words[3]) + "judgemessage.txt"), team(std::string(words[3]) + "teammessage.txt");
    long n = 0, a = 0, b = 0, x = 0, y = 0;
    input >> n;
    answer >> x >> y;
    if (x + y != n) return 1;
    std::cin >> a >> b;
    if (a + b == n) return 42;
    judges << a << " + " << b << " is not " << n << "\n";
    team << "Add them up.\n";
    return 43;
}
)";
constexpr const char* CheckerHeader = "#include <fstream>\n#include <iostream>\n#include <string>\n";

constexpr const char* CheckerPython = R"(import sys
n = int(open(sys.argv[1]).read())
a, b = map(int, sys.stdin.read().split())
if a + b != n:
    open(sys.argv[3] + 'judgemessage.txt', 'w').write('%d + %d is not %d' % (a, b, n))
    sys.exit(43)
sys.exit(42)
)";

constexpr const char* CheckerC = R"(#include <stdio.h>
int main(int count, char** words) {
    long n, a, b;
    FILE* input = fopen(words[1], "r");
    return count > 3 && fscanf(input, "%ld", &n) == 1 && scanf("%ld%ld", &a, &b) == 2 && a + b == n ? 42 : 43;
}
)";

/// What testlib's own do, without testlib.
constexpr const char* CheckerLikeTestlib = R"(#include <fstream>
#include <iostream>
// #include "testlib.h": registerTestlibCmd(count, words)
int main(int count, char** words) {
    std::ifstream input(words[1]), output(words[2]), answer(words[3]);
    long n = 0, a = 0, b = 0, x = 0, y = 0;
    input >> n;
    answer >> x >> y;
    if (count < 4 || x + y != n) { std::cerr << "FAIL the answer is no answer\n"; return 3; }
    if (!(output >> a >> b)) { std::cerr << "unexpected eof\n"; return 8; }
    if (a + b != n) { std::cerr << "wrong answer " << a << " + " << b << "\n"; return 1; }
    std::cerr << "ok\n";
    return 0;
}
)";

} // namespace

class TestCheckersReal : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<tests::RealJudge> m_real;

    static TemporaryPackage package() {
        auto package = TemporaryPackage::valid();
        package.write("problem.yaml", "problem_format_version: 2025-09\nname: Two\nlimits:\n  time_limit: 2\n"
                                      "  memory: 256\n  validation_time: 1\n  validation_memory: 256\n"
                                      "  validation_output: 1\n");
        for (const char* name : {"data/sample/1", "data/secret/1"}) {
            package.write(std::string(name) + ".in", name == std::string("data/sample/1") ? "10\n" : "1000\n");
            package.write(std::string(name) + ".ans", name == std::string("data/sample/1") ? "4 6\n" : "1 999\n");
        }
        return package;
    }

    Report judged(const TemporaryPackage& package, const std::string& code) {
        JudgeRequest request;
        request.problem = std::make_shared<const Problem>(package.load().value());
        request.problemId = "test/two";
        request.language = "python3";
        request.sources = {{"mine.py", code}};
        request.allCases = true;
        return m_real->judge->judge(request, {}, {});
    }

    static std::string problemOf(const Report& report) {
        return report.error ? report.error->code + ": " + report.error->detail : std::string("none");
    }

private Q_SLOTS:
    void initTestCase() {
        auto started = tests::RealJudge::start();
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        m_real = *std::move(started);
    }

    void judgesByAChecker_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("explains");
        QTest::addRow("C++") << "output_validator/check.cpp" << QString::fromUtf8(CheckerCpp) << true;
        QTest::addRow("C++ in a folder") << "output_validator/x/check.cc" << QString::fromUtf8(CheckerCpp) << true;
        QTest::addRow("Python") << "output_validator/validate.py" << QString::fromUtf8(CheckerPython) << true;
        QTest::addRow("C") << "output_validator/validate.c" << QString::fromUtf8(CheckerC) << false;
    }
    void judgesByAChecker() {
        QFETCH(QString, file);
        QFETCH(QString, code);
        QFETCH(bool, explains);
        const auto package = this->package();
        package.write(file.toStdString(), code.toStdString());
        if (file.contains(u".c") && explains) {
            package.write(file.left(file.lastIndexOf(u'/')).toStdString() + "/sum.h", CheckerHeader);
        }
        const Report right = judged(package, Right);
        QCOMPARE(problemOf(right), std::string("none"));
        QVERIFY(right.verdict == Verdict::Accepted);
        QCOMPARE(right.comparator, std::string("custom"));
        const Report wrong = judged(package, Wrong);
        QVERIFY(wrong.verdict == Verdict::WrongAnswer);
        QVERIFY(wrong.cases[1].verdict == Verdict::WrongAnswer);
        QVERIFY(wrong.cases[1].explanation.kind == Explanation::Kind::CheckerRejected);
        QCOMPARE(wrong.cases[1].feedback.judgeMessage, std::string(explains ? "1000 + 1 is not 1000" : ""));
    }

    void asksAllCheckersOfALegacyPackage() {
        const auto package = this->package();
        package.write("problem.yaml", "name: Two\nvalidation: custom\nlimits: {memory: 256, validation_memory: 256}\n");
        package.write("output_validators/a/validate.py", CheckerPython);
        QVERIFY(judged(package, Right).verdict == Verdict::Accepted);
        package.write("output_validators/b.py", "import sys\nsys.exit(43 if sys.stdin.read(2) == '10' else 42)\n");
        const Report report = judged(package, Right);
        QVERIFY(report.cases[0].verdict == Verdict::Accepted);
        QVERIFY(report.cases[1].verdict == Verdict::WrongAnswer);
        QCOMPARE(judged(package, Wrong).cases[1].feedback.judgeMessage, std::string("1000 + 1 is not 1000"));
    }

    void givesArgumentsAsTheyAre() {
        const auto package = this->package();
        package.write("output_validator/check.py", "import sys\nopen(sys.argv[3] + 'teammessage.txt', 'w').write("
                                                   "repr(sys.argv[1:]))\nsys.exit(43)\n");
        package.write("data/secret/test_group.yaml", "output_validator_args: [\"a b\", \"\", \"$HOME\", --x]\n");
        const Report report = judged(package, Right);
        QCOMPARE(report.cases[0].feedback.teamMessage, std::string("['/case/input', '/case/answer', '/feedback/']"));
        QCOMPARE(report.cases[1].feedback.teamMessage,
                 std::string("['/case/input', '/case/answer', '/feedback/', 'a b', '', '$HOME', '--x']"));
    }

    void judgesByATestlibChecker() {
        const auto package = this->package();
        package.write("grindstone.yaml", "compare: {mode: custom, checker: check.cpp, kind: testlib}\n");
        package.write("check.cpp", CheckerLikeTestlib);
        QVERIFY(judged(package, Right).verdict == Verdict::Accepted);
        const Report wrong = judged(package, Wrong);
        QVERIFY(wrong.verdict == Verdict::WrongAnswer);
        QCOMPARE(wrong.cases[0].feedback.judgeMessage, std::string("wrong answer 10 + 1"));
        QCOMPARE(judged(package, "print()\n").cases[1].feedback.judgeMessage, std::string("unexpected eof"));
        package.write("data/secret/1.ans", "1 1\n");
        const Report bad = judged(package, Right);
        QVERIFY(bad.verdict == Verdict::JudgeError);
        QCOMPARE(problemOf(bad),
                 std::string("checker.failed: check.cpp on secret/1: it gave up (exit code 3, fail); it "
                             "said: FAIL the answer is no answer"));
    }

    void buildsByTheCheckersOwnScript() {
        const auto package = this->package();
        package.write("output_validator/build",
                      "#!/bin/sh\nset -e\nc++ -O1 -o rest/sum rest/sum.cpp\n"
                      "printf '%s\\n' '#!/bin/sh' 'exec \"$(dirname \"$0\")\"/rest/sum \"$@\"' "
                      "> run\nchmod +x run\n");
        package.write("output_validator/rest/sum.cpp", CheckerCpp);
        package.write("output_validator/rest/sum.h", CheckerHeader);
        package.write("output_validator/other.py", "");
        const Report wrong = judged(package, Wrong);
        QCOMPARE(problemOf(wrong), std::string("none"));
        QVERIFY(wrong.verdict == Verdict::WrongAnswer);
        QCOMPARE(wrong.cases[1].feedback.judgeMessage, std::string("1000 + 1 is not 1000"));
        QVERIFY(judged(package, Right).verdict == Verdict::Accepted);
    }

    void runsTheCheckersOwnScript() {
        const auto package = this->package();
        package.write("output_validator/run", "#!/bin/sh\nexec python3 -B \"$(dirname \"$0\")\"/validate.py \"$@\"\n");
        package.write("output_validator/validate.py", CheckerPython);
        QVERIFY(judged(package, Right).verdict == Verdict::Accepted);
        QVERIFY(judged(package, Wrong).verdict == Verdict::WrongAnswer);
    }

    void aBuildScriptThatFailsIsAJudgeError() {
        const auto package = this->package();
        package.write("output_validator/build", "#!/bin/sh\necho no make here >&2\nexit 3\n");
        package.write("output_validator/x.c", "");
        QCOMPARE(problemOf(judged(package, Right)),
                 std::string("checker.not-compiled: output_validator: its build script ended with exit code 3; it "
                             "said: no make here"));
        package.write("output_validator/build", "#!/bin/sh\ntouch walk\n");
        QCOMPARE(
            problemOf(judged(package, Right)),
            std::string(
                "checker.not-compiled: output_validator: its build script left no file \"run\", or more than 256 MiB"));
    }

    void aCheckerThatFailsIsAJudgeError_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("problem");
        const QString where = QStringLiteral("output_validator/check.%1 on sample/1: ");
        const auto row = [&](const char* name, const char* extension, const char* code, const char* error,
                             const char* detail) {
            QTest::addRow("%s", name) << QStringLiteral("output_validator/check.") + QString::fromUtf8(extension)
                                      << QString::fromUtf8(code)
                                      << QString::fromUtf8(error) + QStringLiteral(": ") +
                                             where.arg(QString::fromUtf8(extension)) + QString::fromUtf8(detail);
        };
        row("crashing", "c",
            "#include <stdio.h>\n#include <stdlib.h>\nint main(void) { fputs(\"oh\\n\", stderr); abort(); }",
            "checker.crashed", "ended by signal 6 (SIGABRT); it said: oh");
        row("throwing", "py", "raise ValueError('no such thing')", "checker.no-verdict",
            "exit code 1 is neither 42 (accepted) nor 43 (rejected); it said: Traceback (most recent call last):");
        row("looping", "c", "int main(void) { for (;;); }", "checker.timeout", "stopped after ");
        row("sleeping", "c", "#include <unistd.h>\nint main(void) { for (;;) sleep(9); }", "checker.timeout",
            "stopped after 0.0 s of CPU time and 7.");
        row("returning 0", "c", "int main(void) { return 0; }", "checker.no-verdict",
            "exit code 0 is neither 42 (accepted) nor 43 (rejected)");
        row("eating", "c",
            "#include <stdlib.h>\n#include <string.h>\nint main(void) { for (;;) memset(malloc(1 << 20), 1, 1 << 20); "
            "}",
            "checker.memory", "it needed more memory than a checker may have here (validation_memory)");
        row("flooding", "c", "#include <stdio.h>\nint main(void) { for (;;) puts(\"0123456789\"); }", "checker.output",
            "it wrote more than 1024 KiB on its streams and into its feedback folder (validation_output)");
        row("giant feedback", "c",
            "#include <stdio.h>\nint main(int n, char** w) { FILE* f = fopen(\"/feedback/judgemessage.txt\", \"w\");\n"
            "while (fputs(\"0123456789abcdef\", f) >= 0) {} return 43; }",
            "checker.output",
            "it wrote more than 1024 KiB on its streams and into its feedback folder (validation_output)");
    }
    void aCheckerThatFailsIsAJudgeError() {
        QFETCH(QString, file);
        QFETCH(QString, code);
        QFETCH(QString, problem);
        const auto package = this->package();
        package.write(file.toStdString(), code.toStdString());
        const Report report = judged(package, Right);
        QVERIFY(report.verdict == Verdict::JudgeError);
        QVERIFY2(problemOf(report).starts_with(problem.toStdString()), problemOf(report).c_str());
        QVERIFY(report.cases[1].verdict == Verdict::JudgeError);
    }

    void aCheckerThatCannotBeBuiltIsAJudgeError() {
        const auto package = this->package();
        package.write("output_validator/check.cpp", "int main() { return undeclared; }\n");
        const std::string refused = problemOf(judged(package, Right));
        QVERIFY2(
            refused.starts_with("checker.not-compiled: output_validator/check.cpp (C++): the compiler refuses it:\n"),
            refused.c_str());
        QVERIFY2(refused.find("‘undeclared’ was not declared") != std::string::npos, refused.c_str());
        package.write("output_validator/other.py", "");
        QCOMPARE(problemOf(judged(package, Right)),
                 std::string("checker.no-language: output_validator: it has sources in C++ and in Python 3, and no "
                             "\"build\" script that would say what to do with both"));
        package.remove("output_validator");
        package.write("output_validator/check.xyz", "");
        QCOMPARE(problemOf(judged(package, Right)),
                 std::string("checker.no-language: output_validator/check.xyz: no file of it has the extension of a "
                             "language that is known here"));
    }

    /// Who can't compile is told so first, whatever the checker is like.
    void aCompileErrorComesBeforeABrokenChecker() {
        const auto package = this->package();
        package.write("output_validator/check.cpp", "int main() { return undeclared; }\n");
        const Report report = judged(package, "def broken(:\n");
        QVERIFY(report.verdict == Verdict::CompileError);
        QVERIFY(!report.error);
    }

    void aProgramThatFailsIsNotShownToTheChecker() {
        const auto package = this->package();
        package.write("output_validator/check.py", "import os\nos.abort()\n");
        QVERIFY(judged(package, "raise SystemExit(3)\n").verdict == Verdict::RuntimeError);
    }

    /// Links, pipes and folders in the place of feedback files, and thousands of others, change no judgement.
    void bringsBackRegularFeedbackOnly_data() {
        QTest::addColumn<QString>("deed");
        QTest::addRow("link to a file") << "os.symlink('/etc/passwd', feedback + 'judgemessage.txt')";
        QTest::addRow("link to the answer") << "os.symlink('/case/answer', feedback + 'judgemessage.txt')";
        QTest::addRow("pipe") << "os.mkfifo(feedback + 'judgemessage.txt')";
        QTest::addRow("folder") << "os.mkdir(feedback + 'judgemessage.txt')";
        QTest::addRow("link for the folder") << "os.rename('/feedback', '/feedback2')";
        QTest::addRow("thousands of files") << "[open(feedback + str(i), 'w').write('x') for i in range(5000)]";
        QTest::addRow("sparse file")
            << "os.truncate(os.open(feedback + 'judgemessage.txt', os.O_CREAT | os.O_RDWR), 1 << 40)";
    }
    void bringsBackRegularFeedbackOnly() {
        QFETCH(QString, deed);
        const auto package = this->package();
        package.write("output_validator/check.py", "import os, sys\nfeedback = sys.argv[3]\ntry:\n    " +
                                                       deed.toStdString() +
                                                       "\nexcept OSError:\n    pass\nsys.exit(43)\n");
        const Report report = judged(package, Right);
        QCOMPARE(problemOf(report), std::string("none"));
        QVERIFY(report.verdict == Verdict::WrongAnswer);
        QCOMPARE(report.cases[0].feedback.judgeMessage, std::string());
    }

    void caseFilesAreReadOnly() {
        const auto package = this->package();
        package.write("output_validator/check.py", R"(import sys
for name in sys.argv[1:3] + ['/case/new', '/proc/self/fd/0', '/program/main.py']:
    try:
        open(name, 'w')
        sys.exit('could write ' + name)
    except OSError:
        pass
sys.exit(42)
)");
        const Report report = judged(package, Right);
        QCOMPARE(problemOf(report), std::string("none"));
        QVERIFY(report.verdict == Verdict::Accepted);
    }

    void hidesJudgeMessagesOfSecretCases() {
        const auto package = this->package();
        package.write("output_validator/check.cpp", CheckerCpp);
        package.write("output_validator/sum.h", CheckerHeader);
        const auto json = toJson(judged(package, Wrong), {});
        QCOMPARE(json["cases"][0]["judge_message"], "10 + 1 is not 10");
        QCOMPARE(json["cases"][0]["team_message"], "Add them up.");
        QVERIFY(!json["cases"][1].contains("judge_message"));
        QCOMPARE(json["cases"][1]["team_message"], "Add them up.");
    }

    void isCalledWithoutAPackage() {
        const auto folder = TemporaryPackage();
        folder.write("in", "10\n");
        folder.write("ans", "4 6\n");
        folder.write("right", "3 7\n");
        folder.write("wrong", "3 8\n");
        folder.write("icpc/check.cpp", CheckerCpp);
        folder.write("icpc/sum.h", CheckerHeader);
        folder.write("testlib/check.cpp", CheckerLikeTestlib);
        folder.write("arguments.py", "import sys\nsys.exit(42 if sys.argv[4:] == ['a b', ''] else 43)\n");
        const auto check = [&](const char* checker, std::optional<CheckerKind> kind, const char* output,
                               const std::vector<std::string>& arguments) {
            const Result<CheckerSpec> spec = findChecker(folder.path() / checker, kind);
            const auto file = [&](const char* name) { return folder.path() / name; };
            const Result<Comparison> comparison =
                callChecker({spec.value(), file("in"), file("ans"), file(output), {}, arguments, {}}, m_real->languages,
                            *m_real->sandbox, {});
            return !comparison            ? comparison.error().code
                   : comparison->accepted ? std::string("accepted")
                                          : "rejected: " + comparison->feedback.judgeMessage;
        };
        QCOMPARE(check("icpc", {}, "right", {}), std::string("accepted"));
        QCOMPARE(check("icpc/check.cpp", {}, "wrong", {}), std::string("rejected: 3 + 8 is not 10"));
        QCOMPARE(check("testlib", CheckerKind::Testlib, "right", {}), std::string("accepted"));
        QCOMPARE(check("testlib", CheckerKind::Testlib, "wrong", {}), std::string("rejected: wrong answer 3 + 8"));
        QCOMPARE(check("testlib", {}, "right", {}), std::string("checker.no-verdict"));
        QCOMPARE(check("arguments.py", {}, "right", {"a b", ""}), std::string("accepted"));
        QCOMPARE(check("arguments.py", {}, "right", {}), std::string("rejected: "));
        QCOMPARE(check("icpc", {}, "nowhere", {}), std::string("file.unreadable"));
        QCOMPARE(findChecker(folder.path() / "none.cpp").error().detail,
                 (folder.path() / "none.cpp").string() + ": No such file or directory");
    }

    void endsWithItsJudge_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        QTest::addRow("while it runs") << "output_validator/check.c"
                                       << "int main(void) { for (;;); }";
        QTest::addRow("while it is built") << "output_validator/build"
                                           << "while :; do :; done\n";
    }
    void endsWithItsJudge() {
        QFETCH(QString, file);
        QFETCH(QString, code);
        const auto package = this->package();
        package.write(file.toStdString(), code.toStdString());
        package.write("problem.yaml",
                      "problem_format_version: 2025-09\nname: Two\nlimits: {time_limit: 2, memory: 256, "
                      "validation_memory: 256, validation_time: 60}\n");
        JudgeRequest request;
        request.problem = std::make_shared<const Problem>(package.load().value());
        request.language = "python3";
        request.sources = {{"mine.py", Right}};
        std::stop_source stop;
        std::jthread stopping;
        const auto progress = [&](const Progress& event) {
            if (std::holds_alternative<CompileFinished>(event)) {
                stopping = std::jthread([&] {
                    std::this_thread::sleep_for(std::chrono::milliseconds(1000));
                    stop.request_stop();
                });
            }
        };
        const Report report = m_real->judge->judge(request, progress, stop.get_token());
        QVERIFY(report.cancelled);
        QVERIFY2(report.wall < std::chrono::seconds(60), "the checker would have had as much of CPU time");
    }
};

QTEST_GUILESS_MAIN(TestCheckersReal)
#include "test_checkers_real.moc"
