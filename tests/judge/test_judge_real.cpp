// SPDX-License-Identifier: GPL-3.0-or-later
// Programs of every fate, compiled and run in real boxes.
#include "judge/engine/judge.h"
#include "judge/language/toolchain.h"
#include "judge/report/capture.h"
#include "sandbox/sandbox.h"
#include "tests/support/real_judge.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <thread>

using namespace grindstone;
using namespace grindstone::judge;
using namespace std::chrono_literals;
using sandbox::LimitHit;

namespace {

struct Source {
    const char* language;
    const char* code;
};

/// Prints the sum of the numbers in its input.
constexpr Source GoodCpp{"cpp", R"(#include <iostream>
int main() { long long sum = 0, n; while (std::cin >> n) sum += n; std::cout << sum << "\n"; })"};
constexpr Source GoodC{"c", R"(#include <stdio.h>
int main(void) { long long sum = 0, n; while (scanf("%lld", &n) == 1) sum += n; printf("%lld\n", sum); return 0; })"};
constexpr Source GoodPython{"python3", "import sys\nprint(sum(map(int, sys.stdin.read().split())))\n"};

} // namespace

class TestJudgeReal : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<tests::RealJudge> m_real;
    std::shared_ptr<Problem> m_problem;

    std::string write(const std::string& name, const std::string& text) {
        const std::string path = m_folder.path().toStdString() + "/" + name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }

    void addCase(const std::string& name, const std::string& input, const std::string& answer, bool sample) {
        TestCase testCase;
        testCase.name = name;
        testCase.inputPath = write(std::to_string(m_problem->cases.size()) + ".in", input);
        testCase.answerPath = write(std::to_string(m_problem->cases.size()) + ".ans", answer);
        testCase.sample = sample;
        m_problem->cases.push_back(testCase);
    }

    JudgeRequest request(const std::string& language, const std::string& code) const {
        JudgeRequest request;
        request.problem = m_problem;
        request.problemId = "test/sum";
        request.language = language;
        request.sources = {{language == "python3" ? "mine.py" : "mine.cpp", code}};
        return request;
    }

private Q_SLOTS:
    void initTestCase() {
        auto started = tests::RealJudge::start();
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        m_real = *std::move(started);
        QVERIFY(m_real->sandbox->capabilities().tier != sandbox::Tier::None);
        m_problem = std::make_shared<Problem>();
        m_problem->slug = "sum";
        m_problem->limits.cpuTime = 500ms;
        m_problem->limits.memory = Bytes::mib(64);
        m_problem->limits.output = Bytes::mib(4);
        addCase("sample/1", "1 2\n", "3\n", true);
        addCase("secret/1", "10 20 30\n", "60\n", false);
        addCase("secret/2", "-5 5\n", "0\n", false);
    }

    void judgesProgramsOfEveryFate_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<int>("limit");
        const auto row = [](const char* name, const char* language, const char* source, const char* verdict,
                            LimitHit limit = LimitHit::None) {
            QTest::newRow(name) << QString::fromUtf8(language) << QString::fromUtf8(source)
                                << QString::fromUtf8(verdict) << static_cast<int>(limit);
        };
        row("c accepted", GoodC.language, GoodC.code, "AC");
        row("c++ accepted", GoodCpp.language, GoodCpp.code, "AC");
        row("c++ wrong", "cpp", "#include <cstdio>\nint main() { puts(\"4\"); }", "WA");
        row("c++ silent", "cpp", "int main() {}", "WA");
        row("c++ loops", "cpp", "int main() { volatile int i = 0; for (;;) i = i + 1; }", "TLE", LimitHit::Cpu);
        row("c++ sleeps", "cpp", "#include <unistd.h>\nint main() { for (;;) pause(); }", "TLE", LimitHit::Wall);
        row("c++ eats memory", "cpp",
            "#include <cstdlib>\n#include <cstring>\nint main() { for (;;) memset(malloc(1 << 20), 1, 1 << 20); }",
            "MLE", LimitHit::Memory);
        row("c++ eats memory by vector", "cpp",
            "#include <vector>\nint main() { std::vector<int> v; for (;;) v.push_back(1); }", "MLE", LimitHit::Memory);
        row("c++ floods", "cpp",
            "#include <cstdio>\nint main() { for (;;) puts(\"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\"); }", "OLE",
            LimitHit::Output);
        row("c++ crashes", "cpp", "int main() { volatile int* p = nullptr; *p = 1; }", "RE");
        row("c++ aborts", "cpp", "#include <cstdlib>\nint main() { abort(); }", "RE");
        row("c++ exits with 3", "cpp", "int main() { return 3; }", "RE");
        row("c++ right answer, then a crash", "cpp",
            "#include <cstdio>\n#include <cstdlib>\nint main() { puts(\"3\"); fflush(stdout); abort(); }", "RE");
        row("c++ impossible allocation", "cpp",
            "int main() { volatile long n = 1000000000000000; return (new int[n])[5]; }", "RE");
        row("c++ uncompilable", "cpp", "int main() { return undeclared; }", "CE");
        row("c++ unlinkable", "cpp", "int missing(); int main() { return missing(); }", "CE");
        row("c++ recurses for ever", "cpp",
            "int f(volatile int n) { volatile char room[4096]; room[0] = n; return f(n + 1) + room[0]; }\n"
            "int main() { return f(0); }",
            "RE|MLE");
        row("python accepted", GoodPython.language, GoodPython.code, "AC");
        row("python wrong", "python3", "print(4)", "WA");
        row("python loops", "python3", "while True: pass", "TLE", LimitHit::Cpu);
        row("python sleeps", "python3", "import time\ntime.sleep(1000)", "TLE", LimitHit::Wall);
        row("python eats memory", "python3", "x = []\nwhile True: x.append(bytearray(1 << 20))", "MLE",
            LimitHit::Memory);
        row("python floods", "python3", "while True: print('y' * 1000)", "OLE", LimitHit::Output);
        row("python raises", "python3", "print(3)\nraise ValueError", "RE");
        row("python crashes", "python3", "import os\nos.abort()", "RE");
        row("python exits with 3", "python3", "import sys\nprint(3)\nsys.exit(3)", "RE");
        row("python uncompilable", "python3", "print(1\nx = 2", "CE");
    }
    void judgesProgramsOfEveryFate() {
        QFETCH(QString, language);
        QFETCH(QString, source);
        QFETCH(QString, verdict);
        QFETCH(int, limit);
        const Report report =
            m_real->judge->judge(request(language.toStdString(), source.toStdString()), {}, std::stop_token());
        const std::string detail =
            report.error ? report.error->code + ": " + report.error->detail : report.compile.output;
        QVERIFY2(report.verdict.has_value(), detail.c_str());
        const QString got = QString::fromStdString(std::string(code(*report.verdict)));
        QVERIFY2(verdict.split(QLatin1Char('|')).contains(got),
                 qPrintable(got + u' ' + QString::fromStdString(detail)));
        if (limit != static_cast<int>(LimitHit::None)) {
            const auto failing = std::ranges::find(report.cases, report.verdict, &CaseResult::verdict);
            // A machine with much else to do may not give a loop its CPU time before the wall limit.
            const bool starved = failing->limit == LimitHit::Wall && !failing->idle;
            QVERIFY(static_cast<int>(failing->limit) == limit || (limit == static_cast<int>(LimitHit::Cpu) && starved));
            QCOMPARE(failing->idle, limit == static_cast<int>(LimitHit::Wall));
        }
    }

    void saysWhereASourceIsWrong_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("message");
        QTest::newRow("c++") << QStringLiteral("cpp") << QStringLiteral("int main() {\n  return undeclared;\n}\n")
                             << QStringLiteral("mine.cpp:2:10") << QStringLiteral("undeclared");
        QTest::newRow("c++, a file of the host")
            << QStringLiteral("cpp") << QStringLiteral("#include \"/etc/shadow\"\n") << QStringLiteral("mine.cpp:1:10")
            << QStringLiteral("/etc/shadow");
        QTest::newRow("python") << QStringLiteral("python3") << QStringLiteral("if True:\n    x = = 1\n")
                                << QStringLiteral("mine.py:2:9") << QStringLiteral("SyntaxError: invalid syntax");
        QTest::newRow("python, NUL") << QStringLiteral("python3") << QString(QLatin1String("x = 1\0", 6))
                                     << QStringLiteral("mine.py:1:0") << QStringLiteral("null byte");
    }
    void saysWhereASourceIsWrong() {
        QFETCH(QString, language);
        QFETCH(QString, source);
        QFETCH(QString, place);
        QFETCH(QString, message);
        const Report report =
            m_real->judge->judge(request(language.toStdString(), source.toStdString()), {}, std::stop_token());
        QVERIFY2(report.verdict == Verdict::CompileError, report.error ? report.error->detail.c_str() : "");
        QVERIFY2(!report.compile.diagnostics.empty(), report.compile.output.c_str());
        const Diagnostic& first = report.compile.diagnostics.front();
        QCOMPARE(QStringLiteral("%1:%2:%3").arg(QString::fromStdString(first.file)).arg(first.line).arg(first.column),
                 place);
        QVERIFY2(first.message.find(message.toStdString()) != std::string::npos, first.message.c_str());
    }

    void runsSubmissionsOfSeveralFiles_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("c++") << QStringLiteral("cpp");
        QTest::newRow("python") << QStringLiteral("python3");
    }
    void runsSubmissionsOfSeveralFiles() {
        QFETCH(QString, language);
        JudgeRequest several = request(language.toStdString(), "");
        if (language == QLatin1String("cpp")) {
            several.sources = {
                {"add.h", "long long add(long long, long long);\n"},
                {"lib/add.cpp", "#include \"../add.h\"\nlong long add(long long a, long long b) { return a + b; }\n"},
                {"sum.cpp", "#include \"add.h\"\n#include <iostream>\nint main() { long long s = 0, n; "
                            "while (std::cin >> n) s = add(s, n); std::cout << s; }\n"}};
        } else {
            several.sources = {
                {"adding.py", "def add(numbers):\n    return sum(numbers)\n"},
                {"main.py", "import sys, adding\nprint(adding.add(map(int, sys.stdin.read().split())))\n"}};
        }
        const Report report = m_real->judge->judge(several, {}, std::stop_token());
        QVERIFY2(report.verdict == Verdict::Accepted, report.compile.output.c_str());
    }

    void stopsAnEndlessProgramAtOnce() {
        std::stop_source stop;
        JudgeRequest endless = request("python3", "while True: pass");
        auto slow = std::make_shared<Problem>(*m_problem);
        slow->limits.cpuTime = 60s;
        endless.problem = slow;
        std::chrono::steady_clock::time_point asked;
        const Report report = m_real->judge->judge(
            endless,
            [&](const Progress& event) {
                if (std::holds_alternative<CaseStarted>(event)) {
                    asked = std::chrono::steady_clock::now();
                    stop.request_stop();
                }
            },
            stop.get_token());
        QVERIFY(report.cancelled);
        QVERIFY(std::chrono::steady_clock::now() - asked < 5s);
    }

    void doesNotBlameTheSourceForABrokenCompiler() {
        // A compiler whose inner programs all fail, as when half of it is uninstalled.
        std::ifstream file(std::string(GRINDSTONE_SOURCE_DIR) + "/resources/languages/cpp.toml");
        std::string text((std::istreambuf_iterator<char>(file)), {});
        const std::string flag = "\"-O2\"";
        QVERIFY(text.find(flag) != std::string::npos);
        text.replace(text.find(flag), flag.size(), "\"-wrapper\", \"/usr/bin/false\"");
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("languages")));
        write("languages/cpp.toml", text);
        const auto broken = LanguageCatalogue::load({m_folder.path().toStdString() + "/languages"});
        Judge judge(*m_real->sandbox, m_real->sandbox->capabilities(), broken, JudgeOptions{1, {}});
        const Report report = judge.judge(request("cpp", GoodCpp.code), {}, std::stop_token());
        QVERIFY(report.verdict == Verdict::JudgeError);
        QCOMPARE(report.error->code, std::string("language.broken"));
    }

    void findsOurToolchainsWorking_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("version");
        QTest::newRow("c") << QStringLiteral("c") << QStringLiteral("gcc");
        QTest::newRow("c++") << QStringLiteral("cpp") << QStringLiteral("g++");
        QTest::newRow("python") << QStringLiteral("python3") << QStringLiteral("Python 3");
    }
    void findsOurToolchainsWorking() {
        QFETCH(QString, id);
        QFETCH(QString, version);
        ToolchainMemory memory;
        const ToolchainCheck check =
            checkToolchain(*m_real->languages.find(id.toStdString()), *m_real->sandbox, memory, std::stop_token());
        QVERIFY2(check.works, check.detail.c_str());
        QVERIFY2(check.version.starts_with(version.toStdString()), check.version.c_str());
    }
};

QTEST_GUILESS_MAIN(TestJudgeReal)
#include "test_judge_real.moc"
