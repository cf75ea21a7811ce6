// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/physical_cores.h"
#include "judge/engine/run_gate.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace grindstone;
using namespace grindstone::judge;
using namespace std::chrono_literals;

class TestRunGate : public QObject {
    Q_OBJECT
private:
    static RunGate gateWithMib(std::uint64_t mib) {
        return RunGate([mib] { return Bytes::mib(mib); });
    }

private Q_SLOTS:
    void letsRunsOverlapWhileTheirMemoryFits() {
        RunGate gate = gateWithMib(100);
        const RunGate::Pass first = gate.enter(Bytes::mib(60), {});
        QVERIFY(first && !first.overlapped());
        const RunGate::Pass second = gate.enter(Bytes::mib(40), {});
        QVERIFY(second && second.overlapped() && first.overlapped());
    }
    void makesARunWaitForMemory() {
        RunGate gate = gateWithMib(100);
        std::optional<RunGate::Pass> first(gate.enter(Bytes::mib(60), {}));
        std::atomic<bool> entered{false};
        std::jthread other([&] {
            const RunGate::Pass second = gate.enter(Bytes::mib(41), {});
            entered = static_cast<bool>(second);
        });
        std::this_thread::sleep_for(30ms);
        QVERIFY(!entered);
        first.reset();
        QTRY_VERIFY(entered);
    }
    void tellsWhoHasToWaitForMemory() {
        RunGate gate = gateWithMib(100);
        std::optional<RunGate::Pass> first(gate.enter(Bytes::mib(60), {}, [](bool) { QFAIL("nothing runs yet"); }));
        std::vector<bool> told;
        const auto leave = [&](bool waits) {
            told.push_back(waits);
            first.reset();
        };
        QVERIFY(gate.enter(Bytes::mib(41), {}, leave));
        QCOMPARE(told, (std::vector<bool>{true, false}));
    }
    void alwaysLetsOneRunIn() {
        RunGate gate = gateWithMib(1);
        QVERIFY(gate.enter(Bytes::mib(2048), {}));
    }
    void keepsOthersOutOfALoneRun() {
        RunGate gate = gateWithMib(100);
        std::optional<RunGate::Pass> shared(gate.enter(Bytes::mib(1), {}));
        std::atomic<bool> alone{false};
        std::atomic<bool> late{false};
        std::atomic<bool> leave{false};
        std::atomic<bool> met{true};
        std::jthread loner([&] {
            const RunGate::Pass pass = gate.enterAlone(Bytes::mib(1), {});
            alone = true;
            while (!leave) {
                std::this_thread::sleep_for(1ms);
            }
            met = pass.overlapped();
        });
        std::this_thread::sleep_for(30ms);
        QVERIFY(!alone);
        std::jthread newcomer([&] {
            const RunGate::Pass pass = gate.enter(Bytes::mib(1), {});
            late = true;
        });
        std::this_thread::sleep_for(30ms);
        QVERIFY(!late);
        shared.reset();
        QTRY_VERIFY(alone);
        std::this_thread::sleep_for(30ms);
        QVERIFY(!late);
        leave = true;
        QTRY_VERIFY(late);
        QVERIFY(!met);
    }
    void givesUpOnAStopRequest() {
        RunGate gate = gateWithMib(100);
        const RunGate::Pass first = gate.enter(Bytes::mib(100), {});
        std::stop_source stop;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(20ms);
            stop.request_stop();
        });
        QVERIFY(!gate.enter(Bytes::mib(100), stop.get_token()));
        QVERIFY(!gate.enterAlone(Bytes::mib(1), stop.get_token()));
        QVERIFY(gate.enter(Bytes(0), {}));
    }
    void knowsTheMachine() {
        QVERIFY(availableForRuns().count() > 0);
        QVERIFY(physicalCores() >= 1);
        QVERIFY(physicalCores() <= std::max(1U, std::thread::hardware_concurrency()));
    }
};

QTEST_GUILESS_MAIN(TestRunGate)
#include "test_run_gate.moc"
