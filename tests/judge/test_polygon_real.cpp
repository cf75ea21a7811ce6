// SPDX-License-Identifier: GPL-3.0-or-later
// Packages as Polygon exports them without tests: those are made by the package's own programs, here in real boxes, and
// judged by its checker.
#include "judge/engine/judge.h"
#include "tests/judge/polygon_package.h"
#include "tests/support/real_judge.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

constexpr const char* Generator = "import sys\nprint(int(sys.argv[1]), int(sys.argv[2]))\n";

/// Writes the tests 3 and 4 at once, and has no say in where they go.
constexpr const char* ManyGenerator = "for test in (3, 4):\n    open(str(test), 'w').write('%d 1\\n' % test)\n";

constexpr const char* Validator = "import sys\nsys.exit(0 if len(input().split()) == 2 else 3)\n";

/// Gives 40 of 100 for a sum that is off by one.
constexpr const char* Checker = R"(import sys
said = int(open(sys.argv[2]).read())
wanted = int(open(sys.argv[3]).read())
if abs(said - wanted) == 1:
    sys.stderr.write('partially correct (40) close')
    sys.exit(40)
sys.stderr.write('ok' if said == wanted else 'wrong answer')
sys.exit(0 if said == wanted else 1)
)";

constexpr const char* Right = "print(sum(map(int, input().split())))\n";

} // namespace

class TestPolygonReal : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<tests::RealJudge> m_real;

    Report judged(const PolygonPackage& package, const std::string& code) {
        package.writeXml();
        Report report;
        const Result<Problem> problem = package.load();
        if (!problem) {
            report.verdict = Verdict::JudgeError;
            report.error = problem.error();
            return report;
        }
        JudgeRequest request;
        request.problem = std::make_shared<const Problem>(*problem);
        request.language = "python3";
        request.sources = {{"mine.py", code}};
        request.allCases = true;
        return m_real->judge->judge(request, {}, {});
    }

    static std::string shown(const Report& report) {
        if (report.error) {
            return report.error->code + ": " + report.error->detail;
        }
        std::string text = report.verdict ? std::string(code(*report.verdict)) : "none";
        text += report.score ? " " + std::to_string(static_cast<int>(*report.score)) : "";
        for (const CaseResult& result : report.cases) {
            text += " " + result.name + "=" + std::string(code(result.verdict.value_or(Verdict::Skipped)));
        }
        return text;
    }

    static PolygonPackage generated() {
        PolygonPackage package;
        package.remove("tests");
        package.write("files/gen.py", Generator);
        package.write("files/many.py", ManyGenerator);
        package.write("files/val.py", Validator);
        package.write("files/check.py", Checker);
        package.tests = R"(<test method="generated" cmd="gen 1 2" sample="true"/>)"
                        R"(<test method="generated" cmd="gen '20' 30"/>)"
                        R"(<test method="generated" cmd="many" from-file="3"/>)"
                        R"(<test method="generated" cmd="many" from-file="true"/>)";
        package.executables = R"(<executable><source path="files/gen.py" type="python.3"/></executable>)"
                              R"(<executable><source path="files/many.py" type="python.3"/></executable>)";
        package.checker = R"(<checker><source path="files/check.py" type="python.3"/></checker>)";
        package.assets =
            R"(<validators><validator><source path="files/val.py" type="python.3"/></validator></validators>)";
        return package;
    }

private Q_SLOTS:
    void initTestCase() {
        auto started = tests::RealJudge::start();
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        m_real = *std::move(started);
    }

    void makesItsTests() {
        const PolygonPackage package = generated();
        QCOMPARE(shown(judged(package, Right)), std::string("AC sample/01=AC secret/02=AC secret/03=AC secret/04=AC"));
        QCOMPARE(shown(judged(package, "a, b = map(int, input().split())\nprint(a + 1 if b == 1 else 0)\n")),
                 std::string("WA sample/01=WA secret/02=WA secret/03=AC secret/04=AC"));
    }

    void scoresWithPercentages() {
        PolygonPackage package = generated();
        package.tests = R"(<test method="generated" cmd="gen 1 2" points="10"/>)"
                        R"(<test method="generated" cmd="gen 5 5" points="90"/>)";
        QCOMPARE(shown(judged(package, Right)), std::string("AC 100 secret/01=AC secret/02=AC"));
        QCOMPARE(shown(judged(package, "a, b = map(int, input().split())\nprint(10 if a == 5 else 4)\n")),
                 std::string("PA 94 secret/01=PA secret/02=AC"));
    }

    /// Tests with points, all of them 0, leave them to the checker.
    void checkersGivePoints() {
        PolygonPackage package = generated();
        package.tests = R"(<test method="generated" cmd="gen 1 2" points="0.0"/>)"
                        R"(<test method="generated" cmd="gen 5 5" points="0.0"/>)";
        package.write("files/check.py",
                      "import sys\nsys.stderr.write('points ' + open(sys.argv[2]).read())\nsys.exit(7)\n");
        QCOMPARE(shown(judged(package, Right)), std::string("AC 13 secret/01=AC secret/02=AC"));
        package.write("files/check.py", "");
        QCOMPARE(shown(judged(package, Right)), std::string("AC 0 secret/01=AC secret/02=AC"));
    }

    void validatorsHaveTheirSay() {
        PolygonPackage package = generated();
        package.write("files/val.py", "import sys\nsys.stderr.write('FAIL too small')\nsys.exit(3)\n");
        const Report report = judged(package, Right);
        QVERIFY(report.verdict == Verdict::JudgeError);
        QVERIFY2(report.error->detail.find("files/val.py") != std::string::npos, shown(report).c_str());
        QVERIFY2(report.error->detail.find("FAIL too small") != std::string::npos, shown(report).c_str());
    }

    void solutionsMayUseFiles() {
        PolygonPackage package = generated();
        package.judging = R"(input-file="sums.in" output-file="sums.out")";
        const std::string code =
            "a, b = map(int, open('sums.in').read().split())\nopen('sums.out', 'w').write(str(a + b))\n";
        package.write("solutions/main.py", code);
        QCOMPARE(shown(judged(package, code)), std::string("AC sample/01=AC secret/02=AC secret/03=AC secret/04=AC"));
    }

    void interactorsTalkAndCheckersJudge() {
        PolygonPackage package = generated();
        package.write("files/talk.py", "import sys\nprint(open(sys.argv[1]).read(), end='', flush=True)\n"
                                       "open(sys.argv[2], 'w').write(sys.stdin.readline())\n");
        package.write("files/check.py", "import sys\nwanted = sum(map(int, open(sys.argv[1]).read().split()))\n"
                                        "sys.exit(0 if int(open(sys.argv[2]).read()) == wanted else 1)\n");
        package.assets = R"(<interactor><source path="files/talk.py" type="python.3"/></interactor>)";
        QCOMPARE(shown(judged(package, Right)), std::string("AC sample/01=AC secret/02=AC secret/03=AC secret/04=AC"));
        QCOMPARE(shown(judged(package, "input()\nprint(3)\n")),
                 std::string("WA sample/01=AC secret/02=WA secret/03=WA secret/04=WA"));
    }
};

QTEST_APPLESS_MAIN(TestPolygonReal)
#include "test_polygon_real.moc"
