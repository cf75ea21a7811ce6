// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/box_under_test.h"

#include <QTest>

#include <fcntl.h>

#include <csignal>

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace grindstone::tests;
using namespace std::chrono_literals;

class BoxTest : public QObject, private BoxUnderTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { open(); }
    void reportsExitCode();
    void reportsSignal();
    void copiesInputToOutput();
    void startsFromAnEmptyInput();
    void programCanOpenItsStreamsByName();
    void outputOfOneRunIsInputOfTheNext();
    void bringsBackRegularFilesOnly_data();
    void bringsBackRegularFilesOnly();
    void laysFilesInReadOnly();
    void refusesFilesOutsideTheirFolder();
    void namesTheStepThatFailed();
};

void BoxTest::reportsExitCode() {
    const auto outcome = run(probe({QStringLiteral("exit"), QStringLiteral("3")}));
    QVERIFY(outcome);
    QVERIFY(outcome->ending == Ending::Exited);
    QCOMPARE(outcome->exitCode, 3);
    QVERIFY(outcome->limit == LimitHit::None);
    QVERIFY(outcome->wall > 0ns);
}

void BoxTest::reportsSignal() {
    for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGKILL, SIGTERM}) {
        const auto outcome = run(probe({QStringLiteral("signal"), QString::number(signal)}));
        QVERIFY(outcome);
        QVERIFY(outcome->ending == Ending::Signalled);
        QCOMPARE(outcome->signal, signal);
        QVERIFY(outcome->limit == LimitHit::None);
    }
}

void BoxTest::copiesInputToOutput() {
    const std::string input = std::string("1 2\n\0\xff", 6) + std::string(300000, 'x');
    const UniqueFd memory = std::move(*sealedMemory("input", input));
    LaunchSpec spec = probe({QStringLiteral("copy")});
    spec.standardInput = memory.get();
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QCOMPARE(outcome->standardOutput.size.count(), input.size());
    QCOMPARE(text(outcome->standardOutput.file), input.substr(0, 1 << 16));
    QVERIFY(!outcome->standardOutput.cut);
}

void BoxTest::startsFromAnEmptyInput() {
    const auto outcome = run(probe({QStringLiteral("copy")}));
    QVERIFY(outcome);
    QCOMPARE(outcome->exitCode, 0);
    QCOMPARE(outcome->standardOutput.size.count(), 0U);
}

void BoxTest::programCanOpenItsStreamsByName() {
    const UniqueFd memory = std::move(*sealedMemory("input", "line\n"));
    LaunchSpec spec = probe({QStringLiteral("reopen-streams")});
    spec.standardInput = memory.get();
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QCOMPARE(outcome->exitCode, 0);
    QCOMPARE(text(outcome->standardOutput.file), std::string("line\n"));
    QCOMPARE(text(outcome->standardError.file), std::string("line\n"));
}

void BoxTest::outputOfOneRunIsInputOfTheNext() {
    const UniqueFd memory = std::move(*sealedMemory("input", "line\n"));
    for (const int input : {memory.get(), -1}) {
        LaunchSpec spec = probe({QStringLiteral("copy")});
        spec.standardInput = input;
        const auto first = run(spec);
        QVERIFY(first);
        spec.standardInput = first->standardOutput.file.get();
        const auto second = run(spec);
        QVERIFY2(second, second ? "" : second.error().detail.c_str());
        QCOMPARE(text(second->standardOutput.file), std::string(input < 0 ? "" : "line\n"));
    }
}

void BoxTest::bringsBackRegularFilesOnly_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("files");
    QTest::newRow("a file") << QStringList{QStringLiteral("result"), QStringLiteral("42")} << 1;
    QTest::newRow("too large") << QStringList{QStringLiteral("result"), QString(200, QLatin1Char('x'))} << 0;
    QTest::newRow("a link") << QStringList{QStringLiteral("link-result")} << 0;
    QTest::newRow("a pipe") << QStringList{QStringLiteral("fifo-result")} << 0;
    QTest::newRow("nothing") << QStringList{QStringLiteral("exit"), QStringLiteral("0")} << 0;
}

void BoxTest::bringsBackRegularFilesOnly() {
    QFETCH(const QStringList, words);
    QFETCH(const int, files);
    LaunchSpec spec = probe(words);
    spec.collect = {{"result", Bytes(100)}, {"../etc/passwd", Bytes(10000)}};
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QCOMPARE(static_cast<int>(outcome->collected.size()), files);
    if (files == 1) {
        QCOMPARE(text(outcome->collected[0].file), std::string("42"));
        QVERIFY(::fcntl(outcome->collected[0].file.get(), F_GET_SEALS) & F_SEAL_WRITE);
    }
}

void BoxTest::laysFilesInReadOnly() {
    const UniqueFd data = std::move(*sealedMemory("data", "content"));
    LaunchSpec spec = probe({QStringLiteral("open"), QStringLiteral("/program/deep/er/data")});
    spec.files.push_back({Area::Program, "deep/er/data", data.get(), false});
    const auto opened = run(spec);
    QVERIFY(opened);
    QCOMPARE(text(opened->standardOutput.file).substr(0, 7), std::string("allowed"));
    spec.arguments = {ProbePath, "write", "/program/deep/er/data"};
    const auto written = run(spec);
    QVERIFY(written);
    QCOMPARE(text(written->standardOutput.file), std::string("refused EROFS\n"));
}

void BoxTest::refusesFilesOutsideTheirFolder() {
    const UniqueFd data = std::move(*sealedMemory("data", "content"));
    for (const char* path : {"../escape", "/absolute", "a/../../escape", ""}) {
        LaunchSpec spec = probe({QStringLiteral("exit"), QStringLiteral("0")});
        spec.files.push_back({Area::Work, path, data.get(), false});
        const auto outcome = run(spec);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error(), (Error{"sandbox.setup", "lay in a file: Invalid argument"}));
    }
}

void BoxTest::namesTheStepThatFailed() {
    LaunchSpec spec;
    spec.arguments = {"/program/missing"};
    const auto outcome = run(spec);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error(), (Error{"sandbox.setup", "start the program: No such file or directory"}));
}

QTEST_GUILESS_MAIN(BoxTest)
#include "test_box.moc"
