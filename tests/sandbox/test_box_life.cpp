// SPDX-License-Identifier: GPL-3.0-or-later
// Several boxes, helpers that end, and runs that are called off.
#include "tests/sandbox/box_under_test.h"

#include <QElapsedTimer>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <thread>

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace grindstone::tests;
using namespace std::chrono_literals;

class BoxLifeTest : public QObject, private BoxUnderTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { open(); }
    void twoBoxesRunAtOnce();
    void aNewBoxGetsTheCpuOfAClosedOne();
    void helperEndsWithItsOwner();
    void helperReapsTheRunsOfAKilledBox();
    void helperReapsOrphansUnasked();
    void startsProgramsWithoutNamespaces();
    void missingHelperIsAnErrorThatNamesIt();
    void startsWithoutStandardStreams();
    void cancelsAtOnce();
    void cancelsFloodsAsCancelled();
};

void BoxLifeTest::twoBoxesRunAtOnce() {
    auto other = m_sandbox->openBox({});
    QVERIFY(other);
    LaunchSpec spec = probe({QStringLiteral("sleep")});
    spec.limits.wallTime = 500ms;
    QElapsedTimer timer;
    timer.start();
    std::jthread side([&] { QVERIFY((*other)->run(spec, {})); });
    QVERIFY(run(spec));
    side.join();
    QVERIFY2(timer.elapsed() < 950, qPrintable(QString::number(timer.elapsed())));
}

void BoxLifeTest::aNewBoxGetsTheCpuOfAClosedOne() {
    LaunchSpec spec = probe({QStringLiteral("cpu")});
    spec.singleCpu = true;
    const auto cpuOf = [&](Box& box) {
        const auto outcome = box.run(spec, {});
        return outcome ? text(outcome->standardOutput.file) : outcome.error().detail;
    };
    auto sandbox = Sandbox::start(findHelper(), wantedTier());
    QVERIFY(sandbox);
    auto first = (*sandbox)->openBox({});
    auto second = (*sandbox)->openBox({});
    QVERIFY(first && second);
    const std::string cpu = cpuOf(**second);
    if (cpu == cpuOf(**first)) {
        QSKIP("needs two CPUs");
    }
    second->reset();
    std::this_thread::sleep_for(200ms); // The helper gets to see it close.
    auto third = (*sandbox)->openBox({});
    QVERIFY(third);
    QCOMPARE(cpuOf(**third), cpu);
}

void BoxLifeTest::helperEndsWithItsOwner() {
    auto sandbox = Sandbox::start(findHelper(), wantedTier());
    QVERIFY(sandbox);
    auto box = (*sandbox)->openBox({});
    QVERIFY(box);
    std::jthread side([&] {
        LaunchSpec spec = probe({QStringLiteral("sleep")});
        spec.limits.wallTime = 60s;
        const auto outcome = (*box)->run(spec, {});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, std::string("sandbox.box-lost"));
    });
    QTRY_VERIFY(processesWith(ProbePath) > 0);
    sandbox->reset();
    side.join();
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(ProbePath), 0, 1000);
}

void BoxLifeTest::helperReapsTheRunsOfAKilledBox() {
    const QList<int> before = childrenOf(::getpid());
    auto sandbox = Sandbox::start(findHelper(), wantedTier());
    QVERIFY(sandbox);
    auto box = (*sandbox)->openBox({});
    QVERIFY(box);
    QList<int> helpers = childrenOf(::getpid());
    helpers.removeIf([&](int pid) { return before.contains(pid); });
    QCOMPARE(helpers.size(), 1);
    const QList<int> keepers = keepersOf(helpers[0]);
    QCOMPARE(keepers.size(), 1);
    std::jthread side([&] {
        while (processesWith(ProbePath) == 0) {
            std::this_thread::sleep_for(10ms);
        }
        ::kill(keepers[0], SIGKILL);
    });
    const auto outcome = (*box)->run(probe({QStringLiteral("sleep")}), {});
    side.join();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, std::string("sandbox.box-lost"));
    QTRY_COMPARE_WITH_TIMEOUT(processesWith(ProbePath), 0, 1000);
    auto next = (*sandbox)->openBox({});
    QVERIFY(next);
    QVERIFY((*next)->run(probe({QStringLiteral("exit"), QStringLiteral("0")}), {}));
    auto last = (*sandbox)->openBox({});
    QVERIFY(last);
    QCOMPARE(keepersOf(helpers[0]).size(), 2);
}

/// What a killed keeper leaves falls to the helper, and dies when the helper may have gone back to sleep.
void BoxLifeTest::helperReapsOrphansUnasked() {
    const QList<int> before = childrenOf(::getpid());
    auto sandbox = Sandbox::start(findHelper(), wantedTier());
    QVERIFY(sandbox);
    for (int i = 0; i < 20; ++i) {
        auto box = (*sandbox)->openBox({});
        QVERIFY(box);
        QVERIFY((*box)->run(probe({QStringLiteral("exit"), QStringLiteral("0")}), {}));
        QList<int> helpers = childrenOf(::getpid());
        helpers.removeIf([&](int pid) { return before.contains(pid); });
        QCOMPARE(helpers.size(), 1);
        const QList<int> keepers = keepersOf(helpers[0]);
        QCOMPARE(keepers.size(), 1);
        const qsizetype others = childrenOf(helpers[0]).size() - 1;
        ::kill(keepers[0], SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(childrenOf(helpers[0]).size(), others, 2000);
    }
}

void BoxLifeTest::startsProgramsWithoutNamespaces() {
    SandboxOptions options;
    options.namespaces = false;
    options.allowNoNamespaces = true;
    auto sandbox = Sandbox::start(findHelper(), options);
    QVERIFY2(sandbox, sandbox ? "" : sandbox.error().detail.c_str());
    if ((*sandbox)->capabilities().tier != Tier::NoNamespaces) {
        QSKIP("This kernel's Landlock is too old for boxes without namespaces.");
    }
    auto box = (*sandbox)->openBox({});
    QVERIFY2(box, box ? "" : box.error().detail.c_str());
    const UniqueFd copy = std::move(*sealedCopyOf("/proc/self/fd/" + std::to_string(m_program.get())));
    for (const int program : {m_program.get(), copy.get()}) {
        LaunchSpec spec = probe({QStringLiteral("exit"), QStringLiteral("3")});
        spec.files.front().descriptor = program;
        const auto outcome = (*box)->run(spec, {});
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        QCOMPARE(outcome->exitCode, 3);
    }
}

void BoxLifeTest::missingHelperIsAnErrorThatNamesIt() {
    const auto sandbox = Sandbox::start("/nowhere/grindstone-sandbox");
    QVERIFY(!sandbox);
    QCOMPARE(sandbox.error(),
             (Error{"sandbox.helper-missing", "/nowhere/grindstone-sandbox: No such file or directory"}));
}

void BoxLifeTest::startsWithoutStandardStreams() {
    const UniqueFd input(::dup(STDIN_FILENO));
    const UniqueFd output(::dup(STDOUT_FILENO));
    ::close(STDIN_FILENO);
    ::close(STDOUT_FILENO);
    auto sandbox = Sandbox::start(findHelper(), wantedTier());
    const bool works = sandbox && (*sandbox)->capabilities().tier != Tier::None;
    const std::string error = sandbox ? "" : sandbox.error().detail;
    sandbox = fail("", "");
    ::dup2(input.get(), STDIN_FILENO);
    ::dup2(output.get(), STDOUT_FILENO);
    QVERIFY2(works, error.c_str());
}

void BoxLifeTest::cancelsAtOnce() {
    std::stop_source source;
    LaunchSpec spec = probe({QStringLiteral("sleep")});
    spec.limits.wallTime = 60s;
    QElapsedTimer timer;
    timer.start();
    const std::jthread canceller([&] {
        std::this_thread::sleep_for(100ms);
        source.request_stop();
    });
    const auto outcome = m_box->run(spec, source.get_token());
    QVERIFY(outcome);
    QVERIFY(outcome->ending == Ending::Stopped);
    QVERIFY(outcome->limit == LimitHit::None);
    QVERIFY(timer.elapsed() < 10000);
}

void BoxLifeTest::cancelsFloodsAsCancelled() {
    std::stop_source source;
    LaunchSpec spec = probe({QStringLiteral("flood"), QStringLiteral("1")});
    spec.limits.output = Bytes(1);
    source.request_stop();
    for (int i = 0; i < 100; ++i) { // In some of them the program gets to write before it is killed.
        const auto outcome = m_box->run(spec, source.get_token());
        QVERIFY(outcome);
        QVERIFY(outcome->ending == Ending::Stopped);
        QVERIFY(outcome->limit == LimitHit::None);
    }
}

QTEST_GUILESS_MAIN(BoxLifeTest)
#include "test_box_life.moc"
