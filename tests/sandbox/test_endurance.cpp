// SPDX-License-Identifier: GPL-3.0-or-later
// A thousand runs in one box, and two hundred boxes one after the other: nothing is left over and nothing gets slower.
// GRINDSTONE_ENDURANCE_RUNS=10000 makes it ten thousand runs.
#include "sandbox/bench/plain_process.h"
#include "sandbox/bench/statistics.h"
#include "sandbox/sandbox.h"

#include "tests/sandbox/known_runs.h"
#include "tests/support/holdings.h"
#include "tests/support/process_census.h"

#include <QTest>

#include <algorithm>
#include <filesystem>

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace grindstone::tests;
using namespace std::chrono_literals;

namespace {

constexpr int DefaultRuns = 1000;
constexpr int Boxes = 200;
constexpr Bytes LeastFile = Bytes::kib(4);
constexpr double MostSlowdown = 1.5;
constexpr int Lingering = 10000; ///< milliseconds in which things may come to rest on a busy machine

/// Files that a box shows, and that nobody has open.
std::vector<std::string> hostFiles(std::size_t most) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("/usr/include")) {
        if (entry.is_regular_file() && !entry.is_symlink() && entry.file_size() >= LeastFile.count() &&
            found.size() < most) {
            found.push_back(entry.path().string());
        }
    }
    return found;
}

/// Microseconds that a run takes which does nothing, in the box and outside of it. One in ten is faster: what the
/// machine does besides makes most of them slow, what gets slower for good all of them.
struct Pace {
    double box = 0;
    double outside = 0;
};

/// How many times as slow, for which the machine alone is not to blame.
double slowdown(const Pace& early, const Pace& late) {
    const double all = late.box / early.box;
    return std::min(all, all / (late.outside / early.outside));
}

} // namespace

class EnduranceTest : public QObject {
    Q_OBJECT

    ProbeProgram m_probe;
    KnownRuns m_known;
    std::vector<KnownRun> m_busy; ///< what every tenth run is one of
    LaunchSpec m_noop = m_probe.spec({"exit", "0"});
    std::vector<std::string> m_hostFiles; ///< another one for each run that reads
    int m_runs = 0;
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<Box> m_box;

    void addBusy(const std::vector<std::string>& words, KnownRuns::Check isRight, const Limits& limits);
    void runNothing(Box& box, std::vector<double>& times);
    void runBusy(std::size_t number);
    void runCancelled();
    void runReading();
    void runOne(int number, std::vector<double>& times);
    Pace runMany(int count);
    void verifySpeed(const Pace& early, Pace late);

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void manyRunsInOneBoxLeakNothing();
    void manyBoxesLeakNothing();
};

void EnduranceTest::initTestCase() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("Memory grows here by what a sanitizer keeps back");
#endif
    QVERIFY(m_probe);
    bool isNumber = false;
    m_runs = qEnvironmentVariableIntValue("GRINDSTONE_ENDURANCE_RUNS", &isNumber);
    m_runs = isNumber ? std::max(m_runs, 100) : DefaultRuns;
    Limits limits{.cpuTime = 20s, .wallTime = 60s, .memory = Bytes::mib(64)};
    m_noop.limits = limits;
    m_busy = m_known.all();
    addBusy({"share", "4"}, KnownRuns::exited(0), limits); // Children that all end.
    addBusy({"eat", "100000"}, KnownRuns::stoppedBy(LimitHit::Memory), limits);
    limits.output = limits.fileSpace = Bytes::mib(1);
    addBusy({"flood", "1"}, KnownRuns::stoppedBy(LimitHit::Output), limits);
    addBusy({"fill"}, KnownRuns::exited(0), limits);
    addBusy({"refusal-flood"}, KnownRuns::printed("refused EPERM\n"), limits);
    limits.cpuTime = 50ms;
    limits.memory = Bytes::mib(512); // The kernel's own for each process counts in a cgroup.
    addBusy({"fork-bomb"}, KnownRuns::stoppedBy(LimitHit::Cpu), limits);
    m_hostFiles = hostFiles(static_cast<std::size_t>(m_runs) / 10);
    QVERIFY(!m_hostFiles.empty());
    m_sandbox = Sandbox::start(findHelper()).value_or(nullptr);
    QVERIFY(m_sandbox);
}

void EnduranceTest::cleanup() {
    m_box.reset();
}

void EnduranceTest::addBusy(const std::vector<std::string>& words, KnownRuns::Check isRight, const Limits& limits) {
    m_busy.push_back({words.front(), m_probe.spec(words), std::move(isRight)});
    m_busy.back().spec.limits = limits;
}

void EnduranceTest::runNothing(Box& box, std::vector<double>& times) {
    const std::stop_source stop; // As a judge has one for each run.
    const auto begin = std::chrono::steady_clock::now();
    const auto outcome = box.run(m_noop, stop.get_token());
    times.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count());
    QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
    QVERIFY(KnownRuns::exited(0)(*outcome));
}

void EnduranceTest::runBusy(std::size_t number) {
    const KnownRun& known = m_busy[number];
    const auto outcome = m_box->run(known.spec, {});
    QVERIFY2(outcome, (known.name + ": " + (outcome ? "" : outcome.error().detail)).c_str());
    QVERIFY2(known.isRight(*outcome), (known.name + ": " + endingOf(*outcome)).c_str());
}

void EnduranceTest::runCancelled() {
    LaunchSpec spec = m_noop;
    spec.arguments[1] = "sleep";
    std::stop_source stop;
    stop.request_stop();
    const auto outcome = m_box->run(spec, stop.get_token());
    QVERIFY(outcome);
    QVERIFY(KnownRuns::stoppedBy(LimitHit::None)(*outcome));
}

/// The file lies in no cache, so its pages are put down to the run, and outlive it. A cgroup that is removed with pages
/// stays in the kernel.
void EnduranceTest::runReading() {
    std::ranges::rotate(m_hostFiles, m_hostFiles.begin() + 1);
    const std::string& path = m_hostFiles.back();
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    QCOMPARE(::posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED), 0);
    LaunchSpec spec = m_noop;
    spec.files.clear();
    spec.arguments = {"/usr/bin/cat", path};
    const auto outcome = m_box->run(spec, {});
    QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
    QVERIFY(KnownRuns::exited(0)(*outcome) && outcome->standardOutput.size >= LeastFile);
}

/// Eight runs that do nothing for each busy one and one that reads. The first after these isn't timed: it finds the
/// machine at work.
void EnduranceTest::runOne(int number, std::vector<double>& times) {
    const std::size_t busy = static_cast<std::size_t>(number / 10) % (m_busy.size() + 1);
    std::vector<double> untimed;
    if (number % 10 == 5) {
        runReading();
    } else if (number % 10 != 0) {
        runNothing(*m_box, number % 5 == 1 ? untimed : times);
    } else if (busy < m_busy.size()) {
        runBusy(busy);
    } else {
        runCancelled();
    }
}

Pace EnduranceTest::runMany(int count) {
    const bench::PlainProcess plain(
        {std::filesystem::read_symlink("/proc/self/exe").parent_path() / "sandbox-probe", "exit", "0"});
    std::vector<double> inBox;
    std::vector<double> outside;
    for (int number = 0; number < count && !QTest::currentTestFailed(); ++number) {
        runOne(number, inBox);
        if (number % 5 == 4) {
            const auto time = plain.run("test.plain");
            outside.push_back(time ? std::chrono::duration<double, std::micro>(*time).count() : 0);
        }
    }
    return {bench::percentile(inBox, 10), bench::percentile(outside, 10)};
}

/// What gets slower for good is still slow when it is measured again.
void EnduranceTest::verifySpeed(const Pace& early, Pace late) {
    for (int retry = 0; retry < 3 && slowdown(early, late) > MostSlowdown; ++retry) {
        late = runMany(m_runs / 10);
    }
    qInfo("a run that does nothing: %.0f µs early and %.0f µs late; without a box %.0f µs and %.0f µs", early.box,
          late.box, early.outside, late.outside);
    QVERIFY(slowdown(early, late) <= MostSlowdown);
}

void EnduranceTest::manyRunsInOneBoxLeakNothing() {
    m_box = m_sandbox->openBox({}).value_or(nullptr);
    QVERIFY(m_box);
    const int tenth = m_runs / 10;
    // Enough of the beginning for each kind to have been met.
    runMany(std::max(tenth, 10 * static_cast<int>(m_busy.size() + 1)));
    const Holdings before = atRest();
    const int dyingBefore = countedCgroups("memory").value_or(0);
    const Pace early = runMany(tenth);
    runMany(m_runs - 3 * tenth);
    const Pace late = runMany(tenth);
    if (QTest::currentTestFailed()) {
        return;
    }
    QTRY_VERIFY2_WITH_TIMEOUT(growth(before, look()).empty(), growth(before, look()).c_str(), Lingering);
    // Others on the machine have theirs come and go; one of ours for each tenth run would be far more.
    const int others = 30 + m_runs / 100;
    QTRY_VERIFY2_WITH_TIMEOUT(countedCgroups("memory").value_or(0) <= dyingBefore + others,
                              std::to_string(countedCgroups("memory").value_or(0)).c_str(), Lingering);
    qInfo("%d runs; memory cgroups of the machine %d → %d; before:\n%safter:\n%s", m_runs, dyingBefore,
          countedCgroups("memory").value_or(0), describe(before).c_str(), describe(look()).c_str());
    verifySpeed(early, late);
}

void EnduranceTest::manyBoxesLeakNothing() {
    std::vector<double> times;
    const auto openAndRun = [&](int count) {
        for (int i = 0; i < count && !QTest::currentTestFailed(); ++i) {
            auto box = m_sandbox->openBox({}).value_or(nullptr);
            QVERIFY(box);
            runNothing(*box, times);
            m_box = std::move(box); // While the last one is still there.
        }
        m_box.reset();
    };
    openAndRun(Boxes / 10);
    const Holdings before = atRest();
    const int dyingBefore = countedCgroups("memory").value_or(0);
    openAndRun(Boxes);
    if (QTest::currentTestFailed()) {
        return;
    }
    QTRY_VERIFY2_WITH_TIMEOUT(growth(before, look()).empty(), growth(before, look()).c_str(), Lingering);
    QTRY_VERIFY(countedCgroups("memory").value_or(0) <= dyingBefore + Boxes / 4);
    qInfo("%d boxes; memory cgroups of the machine %d → %d; after:\n%s", Boxes, dyingBefore,
          countedCgroups("memory").value_or(0), describe(look()).c_str());
}

int main(int count, char** words) {
    // Ten thousand runs take longer than Qt allows a test.
    qputenv("QTEST_FUNCTION_TIMEOUT", "3600000");
    QCoreApplication application(count, words);
    EnduranceTest test;
    return QTest::qExec(&test, count, words);
}
#include "test_endurance.moc"
