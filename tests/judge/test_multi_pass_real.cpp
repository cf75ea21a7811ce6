// SPDX-License-Identifier: GPL-3.0-or-later
// Cases of several passes in real boxes: a program encodes a number, and in the next pass decodes what it wrote.
#include "judge/engine/judge.h"
#include "judge/report/capture.h"
#include "judge/report/report_json.h"
#include "sandbox/sandbox.h"
#include "tests/judge/temporary_package.h"
#include "tests/support/real_judge.h"

#include <nlohmann/json.hpp>

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

constexpr const char* Validator = R"(import os, sys
word, number = open(sys.argv[1]).read().split()
folder = sys.argv[3]
said = sys.stdin.read().split()
with open(folder + 'judgemessage.txt', 'a') as message:
    message.write(word + '\n')
if word == 'encode':
    os.mkdir(folder + 'mine')
    open(folder + 'mine/number', 'w').write(number)
    open(folder + 'nextpass.in', 'w').write('decode ' + said[0])
    sys.exit(42)
if os.path.exists(folder + 'nextpass.in'):
    sys.exit(1)
sys.exit(42 if said[0] == open(folder + 'mine/number').read() else 43)
)";

constexpr const char* Right = R"(word, number = input().split()
print(int(number) * 3 if word == 'encode' else int(number) // 3)
)";

/// Both in one: the number comes in a talk, not as an input.
constexpr const char* TalkingValidator = R"(import os, sys
folder = sys.argv[3]
passed = os.path.exists(folder + 'passed')
print('again' if passed else open(sys.argv[1]).read().strip(), flush=True)
said = sys.stdin.readline().strip()
if passed:
    sys.exit(42 if said == 'bye' else 43)
open(folder + 'passed', 'w').write(said)
open(folder + 'nextpass.in', 'w').write('whatever')
sys.exit(42)
)";

} // namespace

class TestMultiPassReal : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<tests::RealJudge> m_real;

    static TemporaryPackage package(const std::string& validator, const std::string& type = "multi-pass",
                                    const std::string& passes = "2") {
        auto package = TemporaryPackage::valid();
        package.write("problem.yaml", "problem_format_version: 2025-09\nname: Encode\ntype: " + type +
                                          "\nlimits:\n  time_limit: 1\n  memory: 256\n  validation_time: 2\n"
                                          "  validation_memory: 256\n  validation_passes: " +
                                          passes + "\n");
        package.write("data/sample/1.in", "encode 14\n");
        package.write("data/sample/1.ans", "");
        package.remove("data/secret");
        package.write("output_validator/next.py", validator);
        return package;
    }

    Report judged(const TemporaryPackage& package, const std::string& code, std::vector<CustomCase> custom = {}) {
        JudgeRequest request;
        request.problem = std::make_shared<const Problem>(package.load().value());
        request.problemId = "test/encode";
        request.language = "python3";
        request.sources = {{"mine.py", code}};
        request.mode = custom.empty() ? Mode::Submit : Mode::Run;
        request.customCases = std::move(custom);
        return m_real->judge->judge(request, {}, {});
    }

    static std::string problemOf(const Report& report) {
        const std::string verdict = report.verdict ? std::string(code(*report.verdict)) : "none";
        return verdict + (report.error ? ", " + report.error->code + ": " + report.error->detail : "");
    }

    static std::string verdictsOf(const Report& report) {
        std::string verdicts;
        for (const PassReport& pass : report.cases[0].passes) {
            verdicts += (verdicts.empty() ? "" : " ") + std::string(pass.verdict ? code(*pass.verdict) : "none");
        }
        return verdicts;
    }

private Q_SLOTS:
    void initTestCase() {
        auto started = tests::RealJudge::start();
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        m_real = *std::move(started);
    }

    void judgesPassByPass_data() {
        QTest::addColumn<std::string>("program");
        QTest::addColumn<std::string>("verdicts");
        QTest::newRow("right") << std::string(Right) << std::string("AC AC");
        QTest::newRow("wrong in the second") << std::string("print(3)\n") << std::string("AC WA");
        QTest::newRow("crashes in the first") << std::string("raise SystemExit(3)\n") << std::string("RE");
        QTest::newRow("crashes in the second") << std::string(Right) + "if word == 'decode': raise SystemExit(3)\n"
                                               << std::string("AC RE");
        QTest::newRow("too slow in the second") << std::string(Right) + "while word == 'decode': pass\n"
                                                << std::string("AC TLE");
        // Python has twice the time.
        QTest::newRow("the limit is for each pass")
            << std::string("import time\nend = time.process_time() + 1.2\nwhile time.process_time() < end: pass\n") +
                   Right
            << std::string("AC AC");
    }

    void judgesPassByPass() {
        QFETCH(const std::string, program);
        QFETCH(const std::string, verdicts);
        const Report report = judged(package(Validator), program);
        QVERIFY2(verdictsOf(report) == verdicts, (verdictsOf(report) + "; " + problemOf(report)).c_str());
        const std::string last = verdicts.substr(verdicts.rfind(' ') + 1);
        QCOMPARE(std::string(code(*report.verdict)), last);
    }

    void tellsOfEachPass() {
        const Report report = judged(package(Validator), Right);
        QCOMPARE(report.cases[0].feedback.judgeMessage, std::string("encode\ndecode"));
        const auto json = toJson(report, {})["cases"][0];
        QCOMPARE(json["passes"].size(), std::size_t(2));
        QCOMPARE(json["passes"][0]["input"].get<std::string>(), std::string("encode 14\n"));
        QCOMPARE(json["passes"][0]["actual"].get<std::string>(), std::string("42\n"));
        QCOMPARE(json["passes"][1]["input"].get<std::string>(), std::string("decode 42"));
        QCOMPARE(json["passes"][1]["actual"].get<std::string>(), std::string("14\n"));
        QCOMPARE(json["actual"].get<std::string>(), std::string("14\n"));
        QVERIFY(json["passes"][0]["cpu_ms"] <= json["cpu_ms"]);
    }

    void holdsTheValidatorToTheRules_data() {
        QTest::addColumn<std::string>("validator");
        QTest::addColumn<std::string>("verdicts");
        QTest::addColumn<std::string>("error");
        const std::string next = "import sys\nopen(sys.argv[3] + 'nextpass.in', 'w').write('encode 1')\n";
        QTest::newRow("one pass is enough")
            << std::string("import sys\nsys.exit(42)\n") << std::string("AC") << std::string();
        QTest::newRow("one too many") << next + "sys.exit(42)\n"
                                      << std::string("AC AC JE") << std::string("checker.too-many-passes");
        QTest::newRow("rejects, and wants another") << next + "sys.exit(43)\n"
                                                    << std::string("JE") << std::string("checker.next-pass");
        QTest::newRow("no judgement, and wants another") << next + "sys.exit(1)\n"
                                                         << std::string("JE") << std::string("checker.no-verdict");
        QTest::newRow("a link is no input")
            << std::string("import os, sys\nos.symlink('/etc/passwd', sys.argv[3] + 'nextpass.in')\nsys.exit(42)\n")
            << std::string("AC") << std::string();
    }

    void holdsTheValidatorToTheRules() {
        QFETCH(const std::string, validator);
        QFETCH(const std::string, verdicts);
        QFETCH(const std::string, error);
        const Report report = judged(package(validator, "multi-pass", "3"), Right);
        QVERIFY2(verdictsOf(report) == verdicts, (verdictsOf(report) + "; " + problemOf(report)).c_str());
        QCOMPARE(report.error ? report.error->code : std::string(), error);
    }

    void talksInSeveralPasses() {
        const Report report = judged(package(TalkingValidator, "[interactive, multi-pass]"),
                                     "print('bye' if input() == 'again' else 'hello')\n");
        QVERIFY2(report.verdict == Verdict::Accepted, problemOf(report).c_str());
        QCOMPARE(verdictsOf(report), std::string("AC AC"));
        const auto json = toJson(report, {})["cases"][0];
        QCOMPARE(json["passes"][0]["transcript"][1]["text"].get<std::string>(), std::string("hello\n"));
        QCOMPARE(json["passes"][1]["transcript"][0]["text"].get<std::string>(), std::string("again\n"));
        QVERIFY(json["passes"][1]["input"].is_null());
        const Report wrong =
            judged(package(TalkingValidator, "[interactive, multi-pass]"), "input()\nprint('hello')\n");
        QCOMPARE(verdictsOf(wrong), std::string("AC WA"));
    }

    void judgesACustomInputInAllPasses() {
        const Report report = judged(package(Validator), Right, {{"encode 5\n", {}}});
        QCOMPARE(verdictsOf(report), std::string("AC AC"));
        QCOMPARE(readCapture(report.cases[0].passes[1].input, 0, 100), std::string("decode 15"));
    }

    void hidesThePassesOfHiddenCases() {
        const TemporaryPackage hidden = package(Validator);
        hidden.write("data/secret/1.in", "encode 2\n");
        hidden.write("data/secret/1.ans", "");
        const auto json = toJson(judged(hidden, Right), {})["cases"][1];
        QCOMPARE(json["passes"].size(), std::size_t(2));
        QVERIFY(json["passes"][0]["input"].is_null() && json["passes"][1]["actual"].is_null());
    }
};

QTEST_APPLESS_MAIN(TestMultiPassReal)
#include "test_multi_pass_real.moc"
