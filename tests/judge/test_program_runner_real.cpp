// SPDX-License-Identifier: GPL-3.0-or-later
// A package's own programs, built and run in real boxes.
#include "judge/engine/program_runner.h"

#include "judge/report/capture.h"
#include "tests/judge/temporary_package.h"
#include "tests/support/real_judge.h"

#include <QtTest>

#include <thread>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

PackageProgram programIn(const TemporaryPackage& package, const std::string& path) {
    return {path, package.path() / path, package.path(), {{"most", "7"}}};
}

/// Words, standard input and a file of the working folder, one after the other.
constexpr const char* EchoPython = R"(import sys
print(' '.join(sys.argv[1:]))
sys.stdout.write(sys.stdin.read())
sys.stdout.write(open('given.txt').read())
open('made.txt', 'w').write('made {{most}}\n')
sys.stderr.write('said')
)";

} // namespace

class TestProgramRunnerReal : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<tests::RealJudge> m_real;

    ProgramRunner& runner() { return m_real->judge->programs(); }

    /// The end of a program's run, or how it failed.
    Result<ProgramRunner::End> run(const PackageProgram& program, const ProgramRunner::Call& call) {
        const auto built = TRY(runner().build(program, {}));
        return runner().run(*built, call, {});
    }
    std::string outputOf(const PackageProgram& program, const ProgramRunner::Call& call) {
        const Result<ProgramRunner::End> end = run(program, call);
        return end ? readAll(*end->standardOutput) : end.error().code + " " + end.error().detail;
    }

private Q_SLOTS:
    void initTestCase() {
        auto real = tests::RealJudge::start();
        if (!real) {
            QSKIP(real.error().detail.c_str());
        }
        m_real = *std::move(real);
    }

    void givesArgumentsInputAndFiles() {
        const TemporaryPackage package;
        package.write("tool.py", EchoPython);
        package.write("some/given.txt", "file\n");
        const UniqueFd input = sandbox::sealedMemory("test", "input\n").value();
        ProgramRunner::Call call;
        call.arguments = {"a b", "", "c"};
        call.standardInput = input.get();
        call.files = {{"given.txt", package.path() / "some/given.txt"}};
        call.collect = {"made.txt", "absent.txt"};
        const Result<ProgramRunner::End> end = run(programIn(package, "tool.py"), call);
        QVERIFY2(end, end ? "" : end.error().detail.c_str());
        QCOMPARE(end->exitCode, std::optional(0));
        QCOMPARE(readAll(*end->standardOutput), std::string("a b  c\ninput\nfile\n"));
        QCOMPARE(readAll(*end->standardError), std::string("said"));
        QCOMPARE(end->files.size(), std::size_t(1));
        QCOMPARE(end->files.front().path, std::string("made.txt"));
        QCOMPARE(readAt(end->files.front().file.get(), 0, 100), std::string("made 7\n"));
    }

    void buildsWhatNeedsACompilerAndWhatBringsScripts() {
        const TemporaryPackage package;
        package.write("cpp/main.cpp", "#include \"words.h\"\nint main() { std::puts(WORDS); return 42; }\n");
        package.write("cpp/words.h", "#include <cstdio>\n#define WORDS \"compiled\"\n");
        package.write("scripted/build", "#!/bin/sh\nprintf '#!/bin/sh\\necho built $1\\n' > run\n");
        const Result<ProgramRunner::End> end = run(programIn(package, "cpp"), {});
        QVERIFY2(end, end ? "" : end.error().detail.c_str());
        QCOMPARE(end->exitCode, std::optional(42));
        QCOMPARE(readAll(*end->standardOutput), std::string("compiled\n"));
        ProgramRunner::Call call;
        call.arguments = {"it"};
        QCOMPARE(outputOf(programIn(package, "scripted"), call), std::string("built it\n"));
    }

    void showsACase() {
        const TemporaryPackage package;
        package.write("tool.py", "print(open('/case/input').read() + open('/case/answer').read(), end='')\n");
        const UniqueFd input = sandbox::sealedMemory("test", "question\n").value();
        const UniqueFd answer = sandbox::sealedMemory("test", "answer\n").value();
        ProgramRunner::Call call;
        call.shown = {input.get(), answer.get()};
        QCOMPARE(outputOf(programIn(package, "tool.py"), call), std::string("question\nanswer\n"));
    }

    void saysHowAProgramEnded_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("ending");
        QTest::newRow("exit") << "import sys\nprint('why', file=sys.stderr)\nsys.exit(3)\n"
                              << "ended with exit code 3; it said: why";
        QTest::newRow("signal") << "import os\nos.kill(os.getpid(), 11)\n"
                                << "was ended by signal 11";
        QTest::newRow("endless") << "while True: pass\n"
                                 << "did not end in time";
        QTest::newRow("memory") << "x = bytearray(400 << 20)\n"
                                << "needed more memory than it may have";
        QTest::newRow("output") << "while True: print('x' * 1000)\n"
                                << "wrote more than it may";
    }

    void saysHowAProgramEnded() {
        QFETCH(QString, source);
        QFETCH(QString, ending);
        const TemporaryPackage package;
        package.write("tool.py", source.toStdString());
        ProgramRunner::Call call;
        call.allowance = {std::chrono::milliseconds(500), Bytes::mib(200), Bytes::mib(1)};
        const Result<ProgramRunner::End> end = run(programIn(package, "tool.py"), call);
        QVERIFY2(end, end ? "" : end.error().detail.c_str());
        QCOMPARE(QString::fromStdString(endingOf(*end)), ending);
        QCOMPARE(end->exitCode.has_value(), source.contains(QStringLiteral("sys.exit")));
    }

    void keepsLargeOutputs() {
        constexpr std::uint64_t Size = 100 << 20;
        const TemporaryPackage package;
        package.write("tool.py", "import sys\nblock = b'x' * (1 << 20)\nf = open('copy', 'wb')\nfor i in range(100):\n"
                                 "    sys.stdout.buffer.write(block)\n    f.write(block)\n");
        ProgramRunner::Call call;
        call.allowance.output = Bytes::mib(101);
        call.collect = {"copy"};
        const Result<ProgramRunner::End> end = run(programIn(package, "tool.py"), call);
        QVERIFY2(end, end ? "" : end.error().detail.c_str());
        QCOMPARE(QString::fromStdString(endingOf(*end)), QStringLiteral("ended with exit code 0"));
        QCOMPARE(end->standardOutput->size.count(), Size);
        QCOMPARE(end->files.size(), std::size_t(1));
        QCOMPARE(end->files.front().size.count(), Size);
        QCOMPARE(readAt(end->files.front().file.get(), Size - 2, 10), std::string("xx"));
    }

    void namesWhatCannotBeBuiltOrRead() {
        const TemporaryPackage package;
        package.write("bad.cpp", "int main() { return x; }\n");
        package.write("prose.txt", "Dear reader\n");
        package.write("good.py", "print(1)\n");
        QCOMPARE(runner().build(programIn(package, "bad.cpp"), {}).error().code, std::string("checker.not-compiled"));
        QVERIFY(runner().build(programIn(package, "bad.cpp"), {}).error().detail.starts_with("bad.cpp (C++): "));
        QCOMPARE(runner().build(programIn(package, "prose.txt"), {}).error().code, std::string("checker.no-language"));
        QCOMPARE(runner().build(programIn(package, "absent"), {}).error().code, std::string("checker.unreadable"));
        ProgramRunner::Call call;
        call.files = {{"x", package.path() / "absent"}};
        QCOMPARE(run(programIn(package, "good.py"), call).error().code, std::string("file.unreadable"));
    }

    void stops() {
        const TemporaryPackage package;
        package.write("tool.py", "while True: pass\n");
        const auto built = runner().build(programIn(package, "tool.py"), {});
        QVERIFY(built);
        std::stop_source source;
        const std::jthread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            source.request_stop();
        });
        const auto end = runner().run(**built, {}, source.get_token());
        QVERIFY(!end);
        QCOMPARE(end.error().code, std::string("judge.cancelled"));
        QCOMPARE(runner().build(programIn(package, "tool.py"), source.get_token()).error().code,
                 std::string("judge.cancelled"));
    }

    void isForManyThreads() {
        const TemporaryPackage package;
        package.write("tool.py", "import sys\nprint(int(sys.argv[1]) * 2)\n");
        const auto built = runner().build(programIn(package, "tool.py"), {});
        QVERIFY(built);
        std::vector<std::string> outputs(8);
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < outputs.size(); ++i) {
                threads.emplace_back([&, i] {
                    ProgramRunner::Call call;
                    call.arguments = {std::to_string(i)};
                    const auto end = runner().run(**built, call, {});
                    outputs[i] = end ? readAll(*end->standardOutput) : end.error().detail;
                });
            }
        }
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            QCOMPARE(outputs[i], std::to_string(2 * i) + "\n");
        }
    }
};

QTEST_GUILESS_MAIN(TestProgramRunnerReal)
#include "test_program_runner_real.moc"
