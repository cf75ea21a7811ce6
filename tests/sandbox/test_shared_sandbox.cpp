// SPDX-License-Identifier: GPL-3.0-or-later
// One sandbox and one pool, used by several threads at once, with a real helper. What can go wrong here often doesn't
// show; the thread sanitizer sees it nevertheless (scripts/sanitize.sh tsan).
#include "sandbox/box_pool.h"
#include "sandbox/sandbox.h"

#include "tests/support/probe_program.h"
#include "tests/support/process_census.h"

#include <QTest>

#include <array>
#include <atomic>
#include <thread>

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace grindstone::tests;
using namespace std::chrono_literals;

namespace {

constexpr int Threads = 4;

/// What became of visits. A lost one is an Error that a dead helper explains.
struct Tally {
    std::atomic<int> right{0};
    std::atomic<int> lost{0};
    std::atomic<int> wrong{0};

    void count(const Result<Outcome>& outcome, bool isRight) {
        const bool dead =
            !outcome && (outcome.error().code == "sandbox.box-lost" || outcome.error().code == "sandbox.helper-failed");
        ++(isRight ? right : dead ? lost : wrong);
        if (!outcome && !dead) {
            qWarning("%s: %s", outcome.error().code.c_str(), outcome.error().detail.c_str());
        }
    }
};

/// Gets a box, runs a program that ends with `number` in it, and gives it back.
Result<Outcome> visit(BoxSource& boxes, const LaunchSpec& spec, int number, std::stop_token stop = {}) {
    const auto box = TRY(boxes.openBox(number % 3 == 0 ? BoxOptions{} : BoxOptions{{"/opt"}, {}}));
    return box->run(spec, std::move(stop));
}

/// Returns how many.
int killHelpers() {
    int killed = 0;
    for (const pid_t child : childrenOf(::getpid())) {
        killed += ::getsid(child) == child && killBelow(::getpid(), child) ? 1 : 0;
    }
    return killed;
}

/// Runs `body(thread, i)` `count` times in each of several threads; returns when all have ended.
template<typename Body> void inThreads(int count, const Body& body) {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < Threads; ++thread) {
        threads.emplace_back([thread, count, &body] {
            for (int i = 0; i < count; ++i) {
                body(thread, i);
            }
        });
    }
}

} // namespace

class SharedSandboxTest : public QObject {
    Q_OBJECT

    const ProbeProgram m_probe;
    std::unique_ptr<Sandbox> m_sandbox;

    void visitOften(BoxSource& boxes, int count, Tally& tally) {
        inThreads(count, [&](int thread, int i) {
            const int number = (thread * 64 + i) % 200;
            const auto outcome = visit(boxes, m_probe.spec({"exit", std::to_string(number)}), number);
            tally.count(outcome, outcome && outcome->ending == Ending::Exited && outcome->exitCode == number);
        });
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_probe); }
    void init() {
        auto sandbox = Sandbox::start(findHelper());
        QVERIFY2(sandbox, sandbox ? "" : sandbox.error().detail.c_str());
        m_sandbox = std::move(*sandbox);
    }
    void cleanup() { m_sandbox.reset(); }

    void givesEachThreadItsOwnResults() {
        Tally tally;
        visitOften(*m_sandbox, 15, tally);
        QCOMPARE(tally.right.load(), Threads * 15);
    }

    void givesEachThreadItsOwnResultsFromAPool() {
        Tally tally;
        BoxPool pool(*m_sandbox, 3);
        std::jthread preparing([&pool](std::stop_token stop) {
            while (!stop.stop_requested()) {
                QVERIFY(pool.prepare({}, 2));
                std::this_thread::sleep_for(2ms);
            }
        });
        visitOften(pool, 60, tally);
        QCOMPARE(tally.right.load(), Threads * 60);
    }

    void losesNoMoreThanAKilledHelperHeld() {
        Tally tally;
        BoxPool pool(*m_sandbox, Threads);
        std::atomic<int> kills{0};
        std::jthread killing([&](std::stop_token stop) {
            for (int next = 40; !stop.stop_requested(); std::this_thread::sleep_for(1ms)) {
                if (tally.right + tally.lost >= next) {
                    kills += killHelpers();
                    next += 40;
                }
            }
        });
        visitOften(pool, 80, tally);
        killing.request_stop();
        killing.join();
        QVERIFY(kills > 1);
        QCOMPARE(tally.wrong.load(), 0);
        QCOMPARE(tally.right + tally.lost, Threads * 80);
        // Two tries a thread is all that a kill can spoil.
        QVERIFY2(tally.lost <= kills * Threads * 2, qPrintable(QString::number(tally.lost)));
        QTRY_VERIFY(visit(pool, m_probe.spec({"exit", "7"}), 7));
    }

    void stopsWhatAnotherThreadRuns() {
        Tally tally;
        BoxPool pool(*m_sandbox, Threads);
        inThreads(12, [&](int thread, int i) {
            std::stop_source source;
            const std::jthread stopping([&source, delay = std::chrono::microseconds((thread + i * 7) * 60)] {
                std::this_thread::sleep_for(delay);
                source.request_stop();
            });
            const auto outcome = visit(pool, m_probe.spec({"sleep"}), i, source.get_token());
            tally.count(outcome, outcome && outcome->ending == Ending::Stopped && outcome->limit == LimitHit::None);
        });
        QCOMPARE(tally.right.load(), Threads * 12);
    }

    /// A stop may come when there is nothing left to stop.
    void aStopThatComesTooLateHarmsNoLaterRun() {
        Tally tally;
        BoxPool pool(*m_sandbox, Threads);
        inThreads(25, [&](int, int i) {
            std::stop_source source;
            const std::jthread stopping([&source, i] {
                std::this_thread::sleep_for(std::chrono::microseconds(i * 80));
                source.request_stop();
            });
            const auto maybeStopped = visit(pool, m_probe.spec({"exit", "3"}), i, source.get_token());
            const auto next = visit(pool, m_probe.spec({"exit", "4"}), i);
            tally.count(next, maybeStopped && next && next->ending == Ending::Exited && next->exitCode == 4);
        });
        QCOMPARE(tally.right.load(), Threads * 25);
    }

    void boxesOutliveTheirPoolInOtherThreads() {
        std::optional<BoxPool> pool(std::in_place, *m_sandbox, 2);
        std::vector<std::jthread> threads;
        std::atomic<int> right{0};
        std::atomic<int> begun{0};
        for (int thread = 0; thread < Threads; ++thread) {
            threads.emplace_back([&] {
                const auto box = pool->openBox({});
                ++begun;
                for (int i = 0; box && i < 5; ++i) {
                    right += (*box)->run(m_probe.spec({"exit", "0"}), {}) ? 1 : 0;
                }
            });
        }
        while (begun < Threads) {
            std::this_thread::sleep_for(1ms);
        }
        pool.reset();
        threads.clear();
        QCOMPARE(right.load(), Threads * 5);
    }
};

QTEST_GUILESS_MAIN(SharedSandboxTest)
#include "test_shared_sandbox.moc"
