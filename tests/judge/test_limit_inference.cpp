// SPDX-License-Identifier: GPL-3.0-or-later
// Time limits that follow from what submissions need, by the rules of both versions of the format.
#include "judge/verify/limit_inference.h"
#include "tests/judge/temporary_package.h"

#include <QtTest>

using namespace grindstone::judge;
using namespace std::chrono_literals;

namespace {

constexpr TimingRule Legacy;
constexpr TimingRule Current{2, 2, 1.5, 1000ms};

ProblemLimits limits(std::chrono::milliseconds time, LimitSource source, TimingRule rule) {
    ProblemLimits limits;
    limits.cpuTime = time;
    limits.source = source;
    limits.timing = rule;
    return limits;
}

} // namespace

class TestLimitInference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundsUpToTheResolution_data() {
        QTest::addColumn<double>("factor");
        QTest::addColumn<int>("resolution");
        QTest::addColumn<int>("slowest");
        QTest::addColumn<int>("limit");
        QTest::newRow("nothing at all is one step") << 5.0 << 1000 << 0 << 1000;
        QTest::newRow("at least a second") << 5.0 << 1000 << 12 << 1000;
        QTest::newRow("exactly a second") << 5.0 << 1000 << 200 << 1000;
        QTest::newRow("a little more") << 5.0 << 1000 << 201 << 2000;
        QTest::newRow("2025-09") << 2.0 << 1000 << 501 << 2000;
        QTest::newRow("finer steps") << 2.0 << 100 << 501 << 1100;
        QTest::newRow("a factor of its own") << 3.0 << 500 << 500 << 1500;
    }
    void roundsUpToTheResolution() {
        QFETCH(double, factor);
        QFETCH(int, resolution);
        QFETCH(int, slowest);
        QFETCH(int, limit);
        const TimingRule rule{factor, factor, 2, std::chrono::milliseconds(resolution)};
        const auto inferred = inferLimit(rule, {{"a", 1ms}, {"b", std::chrono::milliseconds(slowest)}});
        QVERIFY(inferred);
        QCOMPARE(inferred->limit.count(), limit);
        QCOMPARE(inferred->slowest, slowest > 1 ? "b" : "a");
        QCOMPARE(inferred->multiplier, factor);
    }

    void infersNothingFromNothing() { QVERIFY(!inferLimit(Legacy, {})); }

    void warnsOfAGivenLimitThatIsNarrow() {
        const auto findings =
            findNarrowMargins(limits(1000ms, LimitSource::Package, Current), {{"quick", 500ms}, {"slow", 501ms}});
        QCOMPARE(findings.size(), 1U);
        QCOMPARE(findings[0].severity, Severity::Warning);
        QCOMPARE(textOf(findings[0]),
                 "slow: needs 0.501 s of the 1 s that the time limit is; it should be 2 times what an accepted "
                 "submission needs: raise the limit, or make the data smaller");
    }

    void holdsAnInferredLimitAgainstItsOwnRule() {
        QCOMPARE(findNarrowMargins(limits(1000ms, LimitSource::Inferred, Legacy), {{"a", 201ms}}).size(), 1U);
        QCOMPARE(findNarrowMargins(limits(1000ms, LimitSource::Package, Legacy), {{"a", 201ms}}).size(), 0U);
    }

    void wantsTooSlowOnesWellAboveTheLimit() {
        const ProblemLimits given = limits(1000ms, LimitSource::Package, Current);
        QVERIFY(exceedsClearly(given, {"a", 1501ms}));
        QVERIFY(!exceedsClearly(given, {"a", 1500ms}));
        QVERIFY(exceedsClearly(given, {"sleeper", 1ms, true}));
        QCOMPARE(tooNear(given, {"a", 1200ms}).severity, Severity::Warning);
        const Finding finding = tooNear(limits(1000ms, LimitSource::Inferred, Legacy), {"a", 1200ms});
        QCOMPARE(finding.severity, Severity::Error);
        QCOMPARE(textOf(finding), "a: is to be too slow, and ends after 1.2 s; that should be more than 2 times the "
                                  "time limit of 1 s: add a larger case");
    }

    void readsTheRuleOfAPackage_data() {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<double>("inferred");
        QTest::addColumn<double>("given");
        QTest::addColumn<double>("tooSlow");
        QTest::addColumn<int>("resolution");
        const QByteArray current = "problem_format_version: 2025-09\nname: Sums\n";
        QTest::newRow("legacy") << QByteArray("name: Sums\n") << 5.0 << 2.0 << 2.0 << 1000;
        QTest::newRow("legacy with its own")
            << QByteArray("name: Sums\nlimits: {time_multiplier: 1.5, time_safety_margin: 3}\n") << 1.5 << 1.5 << 3.0
            << 1000;
        QTest::newRow("2025-09") << current << 2.0 << 2.0 << 1.5 << 1000;
        QTest::newRow("2025-09 with its own")
            << current + "limits:\n  time_resolution: 0.25\n"
                         "  time_multipliers: {ac_to_time_limit: 3, time_limit_to_tle: 1}\n"
            << 3.0 << 3.0 << 1.0 << 250;
        QTest::newRow("keys of the other version") << current + "limits: {time_multiplier: 7, time_safety_margin: 9}\n"
                                                   << 2.0 << 2.0 << 1.5 << 1000;
    }
    void readsTheRuleOfAPackage() {
        QFETCH(QByteArray, yaml);
        QFETCH(double, inferred);
        QFETCH(double, given);
        QFETCH(double, tooSlow);
        QFETCH(int, resolution);
        const TemporaryPackage package = TemporaryPackage::valid();
        package.write("problem.yaml", yaml.toStdString());
        const grindstone::Result<Problem> problem = package.load();
        QVERIFY2(problem.has_value(), problem ? "" : problem.error().detail.c_str());
        const TimingRule& rule = problem->limits.timing;
        QCOMPARE(rule.acceptedToLimit, inferred);
        QCOMPARE(rule.acceptedToGiven, given);
        QCOMPARE(rule.limitToTooSlow, tooSlow);
        QCOMPARE(rule.resolution.count(), resolution);
    }

    void refusesABrokenRule_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("not a number") << QByteArray("time_resolution: often")
                                      << QByteArray("problem.yaml:4: limits.time_resolution is \"often\"");
        QTest::newRow("too fine")
            << QByteArray("time_resolution: 0.0001")
            << QByteArray("problem.yaml:4: limits.time_resolution is less than a millisecond; write 0.001 or more");
        QTest::newRow("below one")
            << QByteArray("time_multipliers: {ac_to_time_limit: 0.5}")
            << QByteArray("problem.yaml:4: limits.time_multipliers.ac_to_time_limit is less than 1; write 1 or more");
    }
    void refusesABrokenRule() {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, message);
        const TemporaryPackage package = TemporaryPackage::valid();
        package.write("problem.yaml",
                      "problem_format_version: 2025-09\nname: Sums\nlimits:\n  " + line.toStdString() + "\n");
        const grindstone::Result<Problem> problem = package.load();
        QVERIFY(!problem);
        QCOMPARE(problem.error().code, "package.invalid");
        QVERIFY2(QByteArray::fromStdString(problem.error().detail).startsWith(message), problem.error().detail.c_str());
    }
};

QTEST_GUILESS_MAIN(TestLimitInference)
#include "test_limit_inference.moc"
