// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/effective_limits.h"
#include "judge/engine/verdict_rules.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;
using namespace std::chrono_literals;
using sandbox::Ending;
using sandbox::LimitHit;

Q_DECLARE_METATYPE(RunFacts)

class TestVerdictRules : public QObject {
    Q_OBJECT
private:
    static EffectiveLimits limits() {
        EffectiveLimits limits;
        limits.cpuTime = 1000ms;
        limits.wallTime = 3000ms;
        limits.memory = Bytes::mib(100);
        return limits;
    }
    static QString text(std::optional<Verdict> verdict) {
        return verdict ? QString::fromStdString(std::string(code(*verdict))) : QStringLiteral("none");
    }

private Q_SLOTS:
    void rulesOnARun_data() {
        QTest::addColumn<RunFacts>("facts");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<int>("limit");
        const auto row = [](const char* name, RunFacts facts, const char* verdict, LimitHit limit) {
            QTest::newRow(name) << facts << QString::fromLatin1(verdict) << static_cast<int>(limit);
        };
        const Bytes little = Bytes::mib(3);
        const Bytes most = Bytes::mib(90);
        row("ends well", {Ending::Exited, 0, LimitHit::None, 10ms, little}, "none", LimitHit::None);
        row("exactly at the time limit", {Ending::Exited, 0, LimitHit::None, 1000ms, little}, "none", LimitHit::None);
        row("a high peak alone", {Ending::Exited, 0, LimitHit::None, 10ms, Bytes::mib(100)}, "none", LimitHit::None);
        row("exit code", {Ending::Exited, 3, LimitHit::None, 10ms, little}, "RE", LimitHit::None);
        row("signal", {Ending::Signalled, 0, LimitHit::None, 10ms, little}, "RE", LimitHit::None);
        row("killed for CPU", {Ending::Stopped, 0, LimitHit::Cpu, 1500ms, little}, "TLE", LimitHit::Cpu);
        row("killed for wall time", {Ending::Stopped, 0, LimitHit::Wall, 0ms, little}, "TLE", LimitHit::Wall);
        row("killed for wall time, CPU limit passed before", {Ending::Stopped, 0, LimitHit::Wall, 1001ms, little},
            "TLE", LimitHit::Cpu);
        row("killed for memory", {Ending::Stopped, 0, LimitHit::Memory, 10ms, most}, "MLE", LimitHit::Memory);
        row("killed for output", {Ending::Stopped, 0, LimitHit::Output, 10ms, little}, "OLE", LimitHit::Output);
        row("ended by itself with too much output", {Ending::Exited, 0, LimitHit::Output, 10ms, little}, "OLE",
            LimitHit::Output);
        row("killed for output when also late", {Ending::Stopped, 0, LimitHit::Output, 1200ms, little}, "OLE",
            LimitHit::Output);
        row("killed for memory when also late", {Ending::Stopped, 0, LimitHit::Memory, 1200ms, most}, "MLE",
            LimitHit::Memory);
        row("late by itself", {Ending::Exited, 0, LimitHit::None, 1001ms, little}, "TLE", LimitHit::Cpu);
        row("late and crashed", {Ending::Signalled, 0, LimitHit::None, 1001ms, little}, "TLE", LimitHit::Cpu);
        row("late and exit code", {Ending::Exited, 1, LimitHit::None, 1001ms, little}, "TLE", LimitHit::Cpu);
        row("kernel killed a child", {Ending::Exited, 0, LimitHit::None, 10ms, most, true}, "MLE", LimitHit::Memory);
        row("kernel's event and a crash", {Ending::Signalled, 0, LimitHit::None, 10ms, most, true}, "MLE",
            LimitHit::Memory);
        row("report near the limit",
            {Ending::Exited, 1, LimitHit::None, 10ms, most, false, false, MemoryReport::Claimed}, "MLE",
            LimitHit::Memory);
        row("report far from the limit",
            {Ending::Exited, 1, LimitHit::None, 10ms, Bytes::mib(89), false, false, MemoryReport::Claimed}, "RE",
            LimitHit::None);
        row("report under an address-space limit",
            {Ending::Signalled, 0, LimitHit::None, 10ms, little, false, true, MemoryReport::Claimed}, "MLE",
            LimitHit::Memory);
        row("sure report far from the limit",
            {Ending::Signalled, 0, LimitHit::None, 10ms, little, false, false, MemoryReport::Sure}, "MLE",
            LimitHit::Memory);
        row("address-space limit without a report", {Ending::Signalled, 0, LimitHit::None, 10ms, little, false, true},
            "RE", LimitHit::None);
        row("report, but it ended well",
            {Ending::Exited, 0, LimitHit::None, 10ms, most, false, true, MemoryReport::Sure}, "none", LimitHit::None);
    }
    void rulesOnARun() {
        QFETCH(RunFacts, facts);
        QFETCH(QString, verdict);
        QFETCH(int, limit);
        const Ruling ruling = rule(facts, limits());
        QCOMPARE(text(ruling.verdict), verdict);
        QCOMPARE(static_cast<int>(ruling.limit), limit);
    }

    void asksForASecondRunNearTheLimitOnly_data() {
        QTest::addColumn<RunFacts>("facts");
        QTest::addColumn<bool>("again");
        QTest::newRow("fast") << RunFacts{Ending::Exited, 0, LimitHit::None, 699ms} << false;
        QTest::newRow("near, below") << RunFacts{Ending::Exited, 0, LimitHit::None, 700ms} << true;
        QTest::newRow("near, above") << RunFacts{Ending::Exited, 0, LimitHit::None, 1499ms} << true;
        QTest::newRow("far over") << RunFacts{Ending::Stopped, 0, LimitHit::Cpu, 1500ms} << false;
        QTest::newRow("waited") << RunFacts{Ending::Stopped, 0, LimitHit::Wall, 300ms} << true;
        RunFacts slept{Ending::Stopped, 0, LimitHit::Wall, 300ms};
        slept.idle = true;
        QTest::newRow("slept") << slept << false;
        QTest::newRow("wall limit, but late already") << RunFacts{Ending::Stopped, 0, LimitHit::Wall, 1000ms} << false;
        QTest::newRow("memory") << RunFacts{Ending::Stopped, 0, LimitHit::Memory, 900ms} << false;
        QTest::newRow("output") << RunFacts{Ending::Stopped, 0, LimitHit::Output, 900ms} << false;
    }
    void asksForASecondRunNearTheLimitOnly() {
        QFETCH(RunFacts, facts);
        QTEST(isWorthSecondRun(facts, limits()), "again");
    }

    void knowsAStarvedRun_data() {
        QTest::addColumn<RunFacts>("facts");
        QTest::addColumn<bool>("starved");
        RunFacts facts{Ending::Stopped, 0, LimitHit::Wall, 300ms};
        facts.wall = 15000ms;
        QTest::newRow("was still running") << facts << false;
        facts.starved = 7500ms;
        QTest::newRow("had its CPU half of the time") << facts << false;
        facts.starved = 12000ms;
        QTest::newRow("others had it") << facts << true;
        facts.cpu = 1001ms;
        QTest::newRow("others had it, but it was late already") << facts << false;
        facts.cpu = 300ms;
        facts.idle = true;
        QTest::newRow("slept at last") << facts << false;
        facts.idle = false;
        facts.limit = LimitHit::Memory;
        QTest::newRow("another limit") << facts << false;
    }
    void knowsAStarvedRun() {
        QFETCH(RunFacts, facts);
        QTEST(isStarved(facts, limits()), "starved");
    }

    void takesTheFirstCaseThatIsNotAccepted_data() {
        QTest::addColumn<QStringList>("cases");
        QTest::addColumn<QString>("overall");
        const auto row = [](const char* cases, const char* overall) {
            QTest::newRow(cases) << QString::fromLatin1(cases).split(QLatin1Char(' ')) << QString::fromLatin1(overall);
        };
        row("AC AC", "AC");
        row("AC WA TLE", "WA");
        row("AC TLE WA", "TLE");
        row("AC WA JE", "WA");
        row("AC JE WA", "JE");
        row("AC RE SK", "RE");
        row("none none", "none");
        row("none RE", "RE");
        row("none AC none", "AC");
    }
    void takesTheFirstCaseThatIsNotAccepted() {
        QFETCH(QStringList, cases);
        std::vector<CaseResult> results;
        for (const QString& verdict : cases) {
            CaseResult result;
            result.verdict = findVerdict(verdict.toStdString());
            results.push_back(result);
        }
        QTEST(text(overallVerdict(results)), "overall");
    }

    void grantsTheLanguagesShare() {
        ProblemLimits problem;
        problem.cpuTime = 1000ms;
        problem.memory = Bytes::mib(64);
        problem.output = Bytes::mib(8);
        problem.source = LimitSource::Package;
        Language language;
        language.timeMultiplier = 2.5;
        language.extraMemory = Bytes::mib(32);
        const EffectiveLimits effective = effectiveLimits(problem, language);
        QVERIFY(effective.cpuTime == 2500ms);
        QVERIFY(effective.wallTime == 6000ms);
        QVERIFY(killTime(effective) == 3750ms);
        QCOMPARE(effective.memory.count(), Bytes::mib(96).count());
        QCOMPARE(effective.output.count(), Bytes::mib(8).count());
        QVERIFY(effective.source == LimitSource::Package);
    }
};

QTEST_GUILESS_MAIN(TestVerdictRules)
#include "test_verdict_rules.moc"
