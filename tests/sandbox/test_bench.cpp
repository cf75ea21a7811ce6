// SPDX-License-Identifier: GPL-3.0-or-later
// What the measuring is made of, without measuring.
#include "sandbox/bench/protections.h"
#include "sandbox/bench/sandbox_bench.h"
#include "sandbox/bench/statistics.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace grindstone::sandbox;
using namespace grindstone::sandbox::bench;

namespace {

Capabilities capabilitiesOf(Tier tier, MemorySource memory, int landlockAbi) {
    Capabilities capabilities;
    capabilities.tier = tier;
    capabilities.memory = memory;
    capabilities.landlockAbi = landlockAbi;
    return capabilities;
}

bool includes(const Capabilities& capabilities, const char* word) {
    return std::ranges::count(includedProtections(capabilities), word) == 1;
}

} // namespace

class TestBench : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheMiddle() {
        QCOMPARE(median({}), 0.0);
        QCOMPARE(median({7}), 7.0);
        QCOMPARE(median({9, 1, 5}), 5.0);
        QCOMPARE(median({4, 1, 3, 100}), 3.5);
    }

    void findsThePercentileByNearestRank() {
        std::vector<double> hundred(100);
        std::iota(hundred.rbegin(), hundred.rend(), 1.0); // 100, 99 … 1: the order must not matter
        QCOMPARE(percentile(hundred, 95), 95.0);
        QCOMPARE(percentile(hundred, 100), 100.0);
        QCOMPARE(percentile(hundred, 0), 1.0);
        QCOMPARE(percentile({3, 1, 2}, 95), 3.0);
        QCOMPARE(percentile({3, 1, 2}, 50), 2.0);
        QCOMPARE(percentile({}, 95), 0.0);
    }

    void oneOutlierMovesNeitherMedianNorPercentile() {
        std::vector<double> values(100, 10.0);
        values[50] = 1e9;
        const Summary summary = summarize(values);
        QCOMPARE(summary.median, 10.0);
        QCOMPARE(summary.p95, 10.0);
    }

    void tellsTheSpreadInPercentOfTheMedian() {
        QCOMPARE(spreadPercent({100, 98, 103}), 5.0);
        QCOMPARE(spreadPercent({50, 50}), 0.0);
        QCOMPARE(spreadPercent({}), 0.0);
        QCOMPARE(spreadPercent({-1, 0, 1}), 0.0);
    }

    void takesPartnersFromEachOther() { QCOMPARE(differences({5, 7, 1}, {1, 2, 3}), (std::vector<double>{4, 5, -2})); }

    void includesWhatTheTierHas() {
        const Capabilities full = capabilitiesOf(Tier::Full, MemorySource::Cgroup2, 7);
        for (const char* word : {"pidns", "proc", "tmpfs", "cgroup", "seccomp", "landlock"}) {
            QVERIFY2(includes(full, word), word);
        }
        const Capabilities noCgroup = capabilitiesOf(Tier::NoCgroup, MemorySource::Readings, 7);
        QVERIFY(includes(noCgroup, "pidns") && !includes(noCgroup, "cgroup"));
        const Capabilities bare = capabilitiesOf(Tier::NoNamespaces, MemorySource::Readings, 6);
        QVERIFY(includes(bare, "landlock") && includes(bare, "seccomp"));
        QVERIFY(!includes(bare, "pidns") && !includes(bare, "proc") && !includes(bare, "tmpfs"));
        QVERIFY(!includes(capabilitiesOf(Tier::FullCgroup1, MemorySource::Cgroup1, 1), "landlock"));
        QVERIFY(includedProtections(capabilitiesOf(Tier::None, MemorySource::Readings, 7)).empty());
    }

    void seesABusyMachine() {
        QVERIFY(!wasBusy(2, 4));
        QVERIFY(wasBusy(2.1, 4));
    }

    void namesTheProgramThatIsMissing() {
        const auto figures = benchSandbox({.helperPath = "/no/such/folder/grindstone-sandbox"}, {}, {});
        QVERIFY(!figures);
        QCOMPARE(figures.error().code, std::string("bench.program-missing"));
        QCOMPARE(figures.error().detail, std::string("/no/such/folder/grindstone-noop: No such file or directory"));
    }
};

QTEST_GUILESS_MAIN(TestBench)
#include "test_bench.moc"
