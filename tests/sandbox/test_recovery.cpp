// SPDX-License-Identifier: GPL-3.0-or-later
// Any process of the sandbox may be killed at any moment: results are right all the same, or an error of ours at most
// for a run whose second try was hit too, and nothing is left.
#include "judge/engine/box_slot.h"
#include "sandbox/box_pool.h"
#include "sandbox/protocol/messages.h"
#include "sandbox/protocol/packet.h"
#include "sandbox/sandbox.h"

#include "tests/sandbox/known_runs.h"
#include "tests/support/process_census.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <random>
#include <thread>

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace grindstone::tests;
using namespace std::chrono_literals;

namespace {

/// How long after a kill something may still be there: the kernel takes its time to end a namespace.
constexpr int Lingering = 2000;

constexpr int Threads = 3;

/// Our running helpers. The orphans of dead ones are our children too, for a moment: their keepers, and the sweeper
/// that outlives its helper to clear away its cgroups, lead sessions like a helper but have taken names of their own.
std::vector<pid_t> helpers() {
    std::vector<pid_t> found = childrenOf(::getpid());
    std::erase_if(found, [](pid_t process) {
        // In this order: they take their name before they lead a session.
        if (isDead(process) || ::getsid(process) != process) {
            return true;
        }
        const std::string name = nameOf(process);
        return name.empty() || name.starts_with("grind-");
    });
    return found;
}

void killAndWait(pid_t process) {
    QVERIFY(killBelow(::getpid(), process));
    QTRY_VERIFY(isDead(process));
}

/// One thread's part of the load: known runs, over and over.
class Worker {
public:
    Worker(BoxSource& boxes, const KnownRuns& runs, std::size_t first)
        : m_thread([&boxes, &runs, first, this](std::stop_token stop) {
              judge::BoxSlot slot(boxes);
              for (std::size_t i = first; !stop.stop_requested(); ++i) {
                  run(slot, runs.all()[i % runs.all().size()]);
              }
          }) {}

    /// Runs that have ended, well or not.
    int ended() const { return m_ended; }

    struct Tally {
        int kills = 0;
        int right = 0;
        std::vector<std::string> wrong;
        std::vector<std::string> errors;
    };
    Tally end() {
        m_thread.request_stop();
        m_thread.join();
        return std::move(m_tally);
    }

private:
    void run(judge::BoxSlot& slot, const KnownRun& known) {
        const auto outcome = slot.run(known.spec, {}, {});
        if (!outcome) {
            m_tally.errors.push_back(known.name + ": " + outcome.error().code + ": " + outcome.error().detail);
        } else if (!known.isRight(*outcome)) {
            m_tally.wrong.push_back(known.name + ": " + endingOf(*outcome));
        } else {
            ++m_tally.right;
        }
        ++m_ended;
    }

    Tally m_tally;
    std::atomic<int> m_ended{0};
    std::jthread m_thread;
};

/// Until every worker has ended the run that it is at, and one more.
void awaitTwoRuns(const std::vector<std::unique_ptr<Worker>>& workers) {
    std::vector<int> ended;
    std::ranges::transform(workers, std::back_inserter(ended), [](const auto& worker) { return worker->ended(); });
    for (std::size_t i = 0; i < workers.size(); ++i) {
        while (workers[i]->ended() < ended[i] + 2) {
            std::this_thread::sleep_for(1ms);
        }
    }
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

/// What there was before; compared with what there is in the end.
struct Traces {
    std::optional<int> descriptors = openDescriptorsOf(::getpid());
    std::set<std::string> files = temporaryFiles();
};

} // namespace

class RecoveryTest : public QObject {
    Q_OBJECT

    const KnownRuns m_runs;
    std::set<pid_t> m_helpers; ///< all that this test has seen
    std::mt19937 m_random{std::random_device{}()};

    std::unique_ptr<Sandbox> start(const std::string& helper = findHelper()) {
        auto sandbox = Sandbox::start(helper);
        if (!sandbox) {
            qWarning("%s", sandbox.error().detail.c_str());
            return nullptr;
        }
        noteHelpers();
        return std::move(*sandbox);
    }
    void noteHelpers() {
        const std::vector<pid_t> now = helpers();
        m_helpers.insert(now.begin(), now.end());
    }
    /// Says why where it doesn't.
    bool runsWell(Box& box) const {
        const auto outcome = box.run(m_runs.all()[0].spec, {});
        const bool right = outcome && m_runs.all()[0].isRight(*outcome);
        if (!right) {
            qWarning("%s", outcome ? endingOf(*outcome).c_str() : outcome.error().detail.c_str());
        }
        return right;
    }
    std::vector<pid_t> victims(const QString& kind) const;
    bool killOne(const QString& kind);
    Worker::Tally loadWithKills(BoxPool& pool, const QString& kind, int kills, bool oneByOne);
    void verifyAllRunsWell(BoxPool& pool);
    void verifyNothingIsLeft(const Traces& before);

private Q_SLOTS:
    void initTestCase();
    void aKilledHelperIsReplaced();
    void handsOutNoBoxOfADeadHelper();
    void aHelperThatCanDoLessIsNotUsed();
    void saysSoWhenNoHelperCanBeStarted();
    void severalThreadsStartOneHelper();
    void removesTheCgroupsOfAKilledHelper();
    void survivesKills_data();
    void survivesKills();
};

void RecoveryTest::initTestCase() {
    adoptOrphans();
    QVERIFY(ProbeProgram());
}

/// Processes of ours of a kind. Programs are none of them: they may be killed by rights.
std::vector<pid_t> RecoveryTest::victims(const QString& kind) const {
    std::vector<pid_t> found;
    for (const pid_t helper : helpers()) {
        if (kind != QLatin1String("keepers") && kind != QLatin1String("inits")) {
            found.push_back(helper);
        }
        for (const pid_t keeper : childrenOf(helper)) {
            if (kind == QLatin1String("keepers") || kind == QLatin1String("all")) {
                found.push_back(keeper);
            }
            for (const pid_t init : childrenOf(keeper)) {
                if (isInitOfNamespace(init) && (kind == QLatin1String("inits") || kind == QLatin1String("all"))) {
                    found.push_back(init);
                }
            }
        }
    }
    std::erase_if(found, isDead);
    return found;
}

/// Returns when the victim is dead, and what was below it.
bool RecoveryTest::killOne(const QString& kind) {
    noteHelpers();
    const std::vector<pid_t> all = victims(kind);
    if (all.empty()) {
        return false;
    }
    const pid_t victim = all[std::uniform_int_distribution<std::size_t>(0, all.size() - 1)(m_random)];
    std::vector<pid_t> dying = descendantsOf(victim);
    dying.push_back(victim);
    if (!killBelow(::getpid(), victim)) {
        return false;
    }
    while (!std::ranges::all_of(dying, isDead)) {
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

void RecoveryTest::verifyNothingIsLeft(const Traces& before) {
    // Called when no sandbox is there that would wait for its helper: all that died is this process's to reap.
    const auto left = [] {
        reapAdopted({});
        return descendantsOf(::getpid());
    };
    QTRY_VERIFY2_WITH_TIMEOUT(left().empty(), describe(left()).c_str(), Lingering);
    // Cgroups of a helper that was killed go with the next helper's start at the latest.
    QVERIFY(start());
    QTRY_VERIFY2_WITH_TIMEOUT(cgroupsOf(m_helpers).empty(), joined(cgroupsOf(m_helpers)).c_str(), Lingering);
    QTRY_VERIFY2_WITH_TIMEOUT(left().empty(), describe(left()).c_str(), Lingering);
    QCOMPARE(openDescriptorsOf(::getpid()).value(), before.descriptors.value());
    const auto newFiles = [&] {
        const std::set<std::string> now = temporaryFiles();
        std::vector<std::string> added;
        std::ranges::set_difference(now, before.files, std::back_inserter(added));
        return added;
    };
    // Those of other tests that run at the same time come and go.
    QTRY_VERIFY2_WITH_TIMEOUT(newFiles().empty(), joined(newFiles()).c_str(), 30000);
}

void RecoveryTest::aKilledHelperIsReplaced() {
    auto sandbox = start();
    QVERIFY(sandbox);
    QVERIFY(runsWell(*sandbox->openBox({}).value_or(nullptr))); // What is made once for all runs is there from here on.
    sandbox.reset();
    const Traces before;
    sandbox = start();
    QVERIFY(sandbox);
    const pid_t first = helpers().at(0);
    auto box = sandbox->openBox({}).value_or(nullptr);
    QVERIFY(box && runsWell(*box));
    killAndWait(first);
    const auto lost = box->run(m_runs.all()[0].spec, {});
    QVERIFY(!lost);
    QCOMPARE(lost.error(), (Error{"sandbox.box-lost", "the box ended before its run did"}));
    box.reset();

    auto next = sandbox->openBox({});
    QVERIFY2(next, next ? "" : next.error().detail.c_str());
    QVERIFY(runsWell(**next));
    QCOMPARE(helpers().size(), 1U);
    QVERIFY(helpers().at(0) != first);
    const std::vector<pid_t> children = childrenOf(::getpid());
    QVERIFY2(std::ranges::find(children, first) == children.end(), "the dead helper is still a zombie");
    noteHelpers();
    next = fail("", "");
    sandbox.reset();
    verifyNothingIsLeft(before);
}

void RecoveryTest::handsOutNoBoxOfADeadHelper() {
    auto sandbox = start();
    QVERIFY(sandbox);
    killAndWait(helpers().at(0));
    const auto box = sandbox->openBox({});
    QVERIFY(box);
    QVERIFY(runsWell(**box));
}

void RecoveryTest::aHelperThatCanDoLessIsNotUsed() {
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("helper")).toStdString();
    QFile script(QString::fromStdString(path));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(QStringLiteral("#!/bin/sh\nif [ -e '%1' ]; then exec '%2' --helper-without-cgroups; fi\nexec '%3'\n")
                     .arg(folder.filePath(QStringLiteral("less")), QCoreApplication::applicationFilePath(),
                          QString::fromStdString(findHelper()))
                     .toUtf8());
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    script.close();
    auto sandbox = start(path);
    QVERIFY(sandbox);
    if (sandbox->capabilities().tier >= Tier::NoCgroup) {
        QSKIP("there are no cgroups here that could get lost");
    }
    const std::string tier(code(sandbox->capabilities().tier));
    QFile less(folder.filePath(QStringLiteral("less")));
    QVERIFY(less.open(QIODevice::WriteOnly));
    killAndWait(helpers().at(0));
    const auto refused = sandbox->openBox({});
    QVERIFY(!refused);
    QCOMPARE(refused.error(),
             (Error{"sandbox.helper-failed",
                    "the sandbox helper was started again and can only do less than before (no-cgroup instead of " +
                        tier + "): taken away"}));
    QVERIFY(sandbox->capabilities().tier < Tier::NoCgroup);
    QVERIFY(less.remove());
    const auto box = sandbox->openBox({});
    QVERIFY(box);
    QVERIFY(runsWell(**box));
}

void RecoveryTest::saysSoWhenNoHelperCanBeStarted() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("helper"));
    QVERIFY(QFile::link(QString::fromStdString(findHelper()), path));
    auto sandbox = start(path.toStdString());
    QVERIFY(sandbox);
    QVERIFY(QFile::remove(path));
    killAndWait(helpers().at(0));
    const auto box = sandbox->openBox({});
    QVERIFY(!box);
    QCOMPARE(box.error(), (Error{"sandbox.helper-missing", path.toStdString() + ": No such file or directory"}));
    QVERIFY(QFile::link(QString::fromStdString(findHelper()), path));
    QVERIFY(sandbox->openBox({}));
}

void RecoveryTest::severalThreadsStartOneHelper() {
    auto sandbox = start();
    QVERIFY(sandbox);
    for (int round = 0; round < 5; ++round) {
        killAndWait(helpers().at(0));
        std::atomic<int> well{0};
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&] {
                    const auto box = sandbox->openBox({});
                    if (!box) {
                        qWarning("%s", box.error().detail.c_str());
                    }
                    well += box && runsWell(**box) ? 1 : 0;
                });
            }
        }
        QCOMPARE(well.load(), 4);
        QCOMPARE(helpers().size(), 1U);
        noteHelpers();
    }
}

void RecoveryTest::removesTheCgroupsOfAKilledHelper() {
    auto sandbox = start();
    QVERIFY(sandbox);
    if (sandbox->capabilities().memory == MemorySource::Readings) {
        QSKIP("there are no cgroups here");
    }
    const pid_t helper = helpers().at(0);
    QVERIFY(!cgroupsOf({helper}).empty());
    auto box = sandbox->openBox({}).value_or(nullptr);
    QVERIFY(box);
    ProbeProgram probe;
    LaunchSpec spec = probe.spec({"sleep"});
    spec.limits.wallTime = 60s;
    std::jthread side([&] { QVERIFY(!box->run(spec, {})); });
    QTRY_VERIFY(descendantsOf(helper).size() >= 3); // Keeper, init and program.
    killAndWait(helper);
    side.join();
    QTRY_VERIFY2_WITH_TIMEOUT(cgroupsOf({helper}).empty(), joined(cgroupsOf({helper})).c_str(), Lingering);
}

void RecoveryTest::survivesKills_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("kills");
    QTest::addColumn<bool>("oneByOne");
    for (const char* kind : {"helpers", "keepers", "inits", "all"}) {
        QTest::addRow("%s, one by one", kind) << QString::fromLatin1(kind) << 10 << true;
        QTest::addRow("%s, fast", kind) << QString::fromLatin1(kind) << 25 << false;
    }
}

void RecoveryTest::survivesKills() {
    QFETCH(const QString, kind);
    QFETCH(const int, kills);
    QFETCH(const bool, oneByOne);
    const Traces before;
    auto sandbox = start();
    QVERIFY(sandbox);
    {
        BoxPool pool(*sandbox, Threads);
        const Worker::Tally all = loadWithKills(pool, kind, kills, oneByOne);
        QVERIFY(all.kills > 0);
        QVERIFY2(all.wrong.empty(), joined(all.wrong).c_str());
        // An error takes two hits; the kill of a helper hits every thread.
        const int hits = kills * (kind == QLatin1String("helpers") || kind == QLatin1String("all") ? Threads : 1);
        const int mostErrors = oneByOne ? 0 : hits / 2;
        QVERIFY2(static_cast<int>(all.errors.size()) <= mostErrors, joined(all.errors).c_str());
        QVERIFY2(all.right > static_cast<int>(all.errors.size()), joined(all.errors).c_str());
        verifyAllRunsWell(pool);
    }
    sandbox.reset();
    verifyNothingIsLeft(before);
}

/// `oneByOne`: the next only when no run is under way any more that the last one can have hit.
Worker::Tally RecoveryTest::loadWithKills(BoxPool& pool, const QString& kind, int kills, bool oneByOne) {
    std::vector<std::unique_ptr<Worker>> workers;
    for (std::size_t i = 0; i < Threads; ++i) {
        workers.push_back(std::make_unique<Worker>(pool, m_runs, 3 * i));
    }
    int killed = 0;
    // What lives only for a moment is not always met.
    for (int attempt = 0; killed < kills && attempt < 3 * kills; ++attempt) {
        std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution(20, 120)(m_random)));
        killed += killOne(kind) ? 1 : 0;
        if (oneByOne) {
            awaitTwoRuns(workers);
        }
    }
    Worker::Tally all;
    for (const auto& worker : workers) {
        Worker::Tally tally = worker->end();
        all.right += tally.right;
        std::ranges::move(tally.wrong, std::back_inserter(all.wrong));
        std::ranges::move(tally.errors, std::back_inserter(all.errors));
    }
    noteHelpers();
    all.kills = killed;
    qInfo("%d kills, %d right results, %zu errors", killed, all.right, all.errors.size());
    return all;
}

void RecoveryTest::verifyAllRunsWell(BoxPool& pool) {
    judge::BoxSlot slot(pool);
    for (const KnownRun& known : m_runs.all()) {
        const auto outcome = slot.run(known.spec, {}, {});
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        QVERIFY2(known.isRight(*outcome), known.name.c_str());
    }
}

/// Plays a helper that finds no cgroups: all that it does is to say so.
int playHelperWithoutCgroups() {
    constexpr int Socket = 3;
    protocol::Packet packet;
    protocol::receivePacket(Socket, packet);
    protocol::sendPacket(Socket, protocol::encode(protocol::Hello{7, protocol::CgroupVersion::None, {"taken away"}}));
    return protocol::receivePacket(Socket, packet) == protocol::Received::Closed ? 0 : 1;
}

int main(int count, char** words) {
    if (count > 1 && std::string_view(words[1]) == "--helper-without-cgroups") {
        return playHelperWithoutCgroups();
    }
    QCoreApplication application(count, words);
    RecoveryTest test;
    return QTest::qExec(&test, count, words);
}
#include "test_recovery.moc"
