// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/box_under_test.h"
#include "tests/support/busy_cpu.h"

#include <QElapsedTimer>
#include <QTest>

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace grindstone::tests;
using namespace std::chrono_literals;

class BoxLimitsTest : public QObject, private BoxUnderTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { open(); }
    void stopsAtCpuLimit_data();
    void stopsAtCpuLimit();
    void stopsSleepersAtWallLimitAndSaysTheySlept_data();
    void stopsSleepersAtWallLimitAndSaysTheySlept();
    void doesNotCallABusyThreadIdle();
    void doesNotTakeAnEndForAWait();
    void doesNotCountWhatOthersTookOfItsCpu();
    void givesASleeperOnABusyMachineNoMore();
    void endsAtLastWhatNeverGetsItsCpu();
    void takesAWallLimitOfForEver();
    void stopsAtMemoryLimit_data();
    void stopsAtMemoryLimit();
    void measuresPeakMemory();
    void countsSharedMemoryOnce();
    void countsOfAProgramsFilesWhatItTouches();
    void stopsAndCutsFloods_data();
    void stopsAndCutsFloods();
    void endsForkBombs();
    void killsAndCountsWhatSurvivesTheProgram();
    void boundsFileSpace();
};

void BoxLimitsTest::stopsAtCpuLimit_data() {
    QTest::addColumn<QString>("program");
    QTest::newRow("itself") << "spin";
    QTest::newRow("a child that nobody waits for") << "spin-child";
}

void BoxLimitsTest::stopsAtCpuLimit() {
    QFETCH(const QString, program);
    LaunchSpec spec = probe({program});
    spec.limits.cpuTime = 300ms;
    spec.limits.wallTime = 20s;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->ending == Ending::Stopped);
    QVERIFY(outcome->limit == LimitHit::Cpu);
    QVERIFY(outcome->cpu() >= 300ms);
    QVERIFY2(outcome->cpu() < 600ms, qPrintable(QString::number(outcome->cpu().count())));
}

void BoxLimitsTest::stopsSleepersAtWallLimitAndSaysTheySlept_data() {
    QTest::addColumn<QString>("program");
    QTest::newRow("sleep") << "sleep";
    QTest::newRow("ignores every signal") << "signal-proof";
}

void BoxLimitsTest::stopsSleepersAtWallLimitAndSaysTheySlept() {
    QFETCH(const QString, program);
    LaunchSpec spec = probe({program});
    spec.limits.wallTime = 300ms;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->limit == LimitHit::Wall);
    QVERIFY(outcome->idle);
    QVERIFY(outcome->wall >= 300ms);
}

void BoxLimitsTest::doesNotCallABusyThreadIdle() {
    LaunchSpec spec = probe({QStringLiteral("spin-thread")});
    spec.limits.cpuTime = 20s;
    spec.limits.wallTime = 300ms;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->limit == LimitHit::Wall);
    QVERIFY(!outcome->idle);
}

/// It ends by itself while it is looked at whether it waits.
void BoxLimitsTest::doesNotTakeAnEndForAWait() {
    LaunchSpec spec = probe({QStringLiteral("sleep-then-spin")});
    spec.limits.wallTime = 300ms;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(!outcome->idle);
    // A machine with much else to do may keep it from its end for longer than it is looked at.
    QVERIFY(outcome->ending == Ending::Exited || outcome->limit == LimitHit::Wall);
}

/// With three others it gets a quarter of the CPU.
void BoxLimitsTest::doesNotCountWhatOthersTookOfItsCpu() {
    const BusyCpu busy(0, 2);
    LaunchSpec spec = probe({QStringLiteral("spin")});
    spec.cpu = 0;
    spec.limits.cpuTime = 300ms;
    spec.limits.wallTime = 500ms;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->limit == LimitHit::Cpu);
    QVERIFY2(outcome->wall > 500ms, qPrintable(QString::number(outcome->wall.count())));
    QVERIFY(outcome->starved > 0ns);
    QVERIFY(outcome->starved < outcome->wall);
}

void BoxLimitsTest::givesASleeperOnABusyMachineNoMore() {
    const BusyCpu busy(0, 3);
    LaunchSpec spec = probe({QStringLiteral("sleep")});
    spec.cpu = 0;
    spec.limits.wallTime = 300ms;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->limit == LimitHit::Wall);
    QVERIFY(outcome->idle);
    QCOMPARE(outcome->starved.count(), 0);
}

void BoxLimitsTest::endsAtLastWhatNeverGetsItsCpu() {
    const BusyCpu busy(0, 9);
    LaunchSpec spec = probe({QStringLiteral("spin")});
    spec.cpu = 0;
    spec.limits.cpuTime = 10s;
    spec.limits.wallTime = 100ms;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->limit == LimitHit::Wall);
    QVERIFY(!outcome->idle);
    QCOMPARE(outcome->starved.count(), (MostStarvation * spec.limits.wallTime).count());
}

void BoxLimitsTest::takesAWallLimitOfForEver() {
    LaunchSpec spec = probe({QStringLiteral("exit"), QStringLiteral("4")});
    spec.limits.wallTime = std::chrono::nanoseconds::max();
    const auto outcome = run(spec);
    QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
    QCOMPARE(outcome->exitCode, 4);
}

void BoxLimitsTest::stopsAtMemoryLimit_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("itself") << QStringList{QStringLiteral("eat"), QStringLiteral("100000")};
    QTest::newRow("its child") << QStringList{QStringLiteral("eat-in-child")};
}

void BoxLimitsTest::stopsAtMemoryLimit() {
    QFETCH(const QStringList, words);
    LaunchSpec spec = probe(words);
    spec.limits.cpuTime = 20s;
    spec.limits.wallTime = 20s;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->limit == LimitHit::Memory);
    QVERIFY(outcome->outOfMemory);
}

void BoxLimitsTest::measuresPeakMemory() {
    LaunchSpec spec = probe({QStringLiteral("eat"), QStringLiteral("40")});
    spec.limits.cpuTime = 20s;
    spec.limits.wallTime = 20s;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QCOMPARE(outcome->exitCode, 0);
    QVERIFY(!outcome->outOfMemory);
    QVERIFY2(outcome->peakMemory >= Bytes::mib(40) && outcome->peakMemory <= Bytes::mib(44),
             qPrintable(QString::number(outcome->peakMemory.inKib())));
}

void BoxLimitsTest::countsSharedMemoryOnce() {
    LaunchSpec spec = probe({QStringLiteral("share"), QStringLiteral("40")});
    spec.limits.cpuTime = 20s;
    spec.limits.wallTime = 20s;
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->ending == Ending::Exited);
    QVERIFY(!outcome->outOfMemory);
    QVERIFY2(outcome->peakMemory >= Bytes::mib(40) && outcome->peakMemory <= spec.limits.memory,
             qPrintable(QString::number(outcome->peakMemory.inKib())));
}

void BoxLimitsTest::countsOfAProgramsFilesWhatItTouches() {
    const UniqueFd table = std::move(*sealedMemory("table", std::string(48 << 20, '\0')));
    LaunchSpec spec = probe({QStringLiteral("skim"), QStringLiteral("/program/table")});
    spec.files.push_back({Area::Program, "table", table.get()});
    spec.limits.memory = Bytes::mib(32);
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QCOMPARE(outcome->exitCode, 0);
    QVERIFY(!outcome->outOfMemory);
    QVERIFY2(outcome->peakMemory <= Bytes::mib(16), qPrintable(QString::number(outcome->peakMemory.inKib())));
}

void BoxLimitsTest::stopsAndCutsFloods_data() {
    QTest::addColumn<QString>("stream");
    QTest::newRow("stdout") << "1";
    QTest::newRow("stderr") << "2";
}

void BoxLimitsTest::stopsAndCutsFloods() {
    QFETCH(const QString, stream);
    LaunchSpec spec = probe({QStringLiteral("flood"), stream});
    spec.limits.output = Bytes::mib(1);
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->limit == LimitHit::Output);
    const Capture& capture = stream == QStringLiteral("1") ? outcome->standardOutput : outcome->standardError;
    QVERIFY(capture.cut);
    QCOMPARE(capture.size.count(), Bytes::mib(1).count());
}

void BoxLimitsTest::endsForkBombs() {
    LaunchSpec spec = probe({QStringLiteral("fork-bomb")});
    spec.limits.wallTime = 1s;
    spec.limits.memory = Bytes::mib(512); // The kernel's own memory for dying processes counts in a cgroup.
    const auto outcome = run(spec);
    QVERIFY(outcome);
    QVERIFY(outcome->ending == Ending::Stopped);
    QVERIFY(outcome->limit == LimitHit::Cpu || outcome->limit == LimitHit::Wall);
    QVERIFY2(outcome->survivors < 64, qPrintable(QString::number(outcome->survivors)));
    QCOMPARE(processesWith(ProbePath), 0);
}

void BoxLimitsTest::killsAndCountsWhatSurvivesTheProgram() {
    const auto outcome = run(probe({QStringLiteral("daemon")}));
    QVERIFY(outcome);
    QVERIFY(outcome->ending == Ending::Exited);
    QCOMPARE(outcome->survivors, 1U);
    QCOMPARE(processesWith(ProbePath), 0);
}

void BoxLimitsTest::boundsFileSpace() {
    LaunchSpec spec = probe({QStringLiteral("fill")});
    spec.limits.fileSpace = Bytes::mib(4);
    const auto outcome = run(spec);
    QVERIFY(outcome);
    const long written = std::stol(text(outcome->standardOutput.file));
    QVERIFY(written > 0 && written <= 4 << 20);
}

QTEST_GUILESS_MAIN(BoxLimitsTest)
#include "test_box_limits.moc"
