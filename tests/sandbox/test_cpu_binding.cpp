// SPDX-License-Identifier: GPL-3.0-or-later
// Which CPU a box keeps to, where there are two: boxes that are used side by side get different ones.
#include "sandbox/sandbox.h"

#include "tests/support/probe_program.h"

#include <QTest>

#include <sched.h>

#include <map>

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace grindstone::tests;

namespace {

/// False where this process may use only one.
bool keepToTwoCpus() {
    cpu_set_t allowed;
    cpu_set_t two;
    CPU_ZERO(&two);
    if (::sched_getaffinity(0, sizeof allowed, &allowed) != 0) {
        return false;
    }
    for (int number = 0; number < CPU_SETSIZE && CPU_COUNT(&two) < 2; ++number) {
        if (CPU_ISSET(number, &allowed)) {
            CPU_SET(number, &two);
        }
    }
    return CPU_COUNT(&two) == 2 && ::sched_setaffinity(0, sizeof two, &two) == 0;
}

} // namespace

class CpuBindingTest : public QObject {
    Q_OBJECT

    ProbeProgram m_probe;
    std::unique_ptr<Sandbox> m_sandbox;

    std::unique_ptr<Box> open(const std::string& path) const {
        return m_sandbox->openBox({{path}, {}}).value_or(nullptr);
    }
    /// Where a program in the box runs.
    std::string cpuOf(Box& box) const {
        LaunchSpec spec = m_probe.spec({"cpu"});
        spec.singleCpu = true;
        const auto outcome = box.run(spec, {});
        return outcome ? textOf(outcome->standardOutput).c_str() : outcome.error().detail;
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_probe);
        if (!keepToTwoCpus()) {
            QSKIP("there is only one CPU");
        }
    }
    /// With no box but the one in which everything was tried out.
    void init() {
        m_sandbox = Sandbox::start(findHelper()).value_or(nullptr);
        QVERIFY(m_sandbox);
    }

    void boxesThatShowTheSameKeepToDifferentCpus_data() {
        QTest::addColumn<int>("others");
        for (int others = 0; others < 4; ++others) {
            QTest::addRow("%d others between them", others) << others;
        }
    }
    void boxesThatShowTheSameKeepToDifferentCpus() {
        QFETCH(const int, others);
        const auto first = open("/opt");
        std::vector<std::unique_ptr<Box>> between;
        for (int i = 0; i < others; ++i) {
            between.push_back(open("/srv"));
            QVERIFY(between.back());
        }
        const auto second = open("/opt");
        QVERIFY(first && second);
        QVERIFY(cpuOf(*first) != cpuOf(*second));
    }

    void boxesOfAllKindsAreSpread() {
        std::map<std::string, int> boxes;
        std::vector<std::unique_ptr<Box>> open;
        for (const char* path : {"/absent/1", "/absent/2", "/absent/3", "/absent/4", "/absent/5"}) {
            open.push_back(this->open(path));
            QVERIFY(open.back());
            ++boxes[cpuOf(*open.back())];
        }
        QCOMPARE(boxes.size(), 2U);
        QCOMPARE(std::min(boxes.begin()->second, boxes.rbegin()->second), 2); // And the first one of all.
    }

    void takesThePlaceOfAClosedBox() {
        auto first = open("/opt");
        const auto second = open("/opt");
        QVERIFY(first && second);
        const std::string cpu = cpuOf(*first);
        first.reset();
        bool found = false;
        for (int attempt = 0; attempt < 50 && !found; ++attempt) { // Its keeper may take a moment to go.
            QTest::qWait(100 * attempt);
            found = cpuOf(*open("/opt")) == cpu;
        }
        QVERIFY(found);
    }
};

QTEST_GUILESS_MAIN(CpuBindingTest)
#include "test_cpu_binding.moc"
