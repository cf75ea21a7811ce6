// SPDX-License-Identifier: GPL-3.0-or-later
// The same program gets the same verdict each time, whatever else the machine does: real programs near their limits,
// judged again and again while other programs hold the CPUs.
#include "app/core/text/text.h"
#include "judge/engine/judge.h"
#include "sandbox/sandbox.h"
#include "tests/support/busy_cpu.h"
#include "tests/support/wanted_tier.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace grindstone;
using namespace grindstone::judge;
using namespace grindstone::tests;
using namespace std::chrono_literals;

namespace {

constexpr auto Limit = 50ms;

/// Computes as many rounds as its input says, and prints 3.
constexpr const char* Work = R"(#include <stdio.h>
int main(void) {
    unsigned long rounds = 0, state = 88172645463325252UL;
    if (scanf("%lu", &rounds) != 1) return 1;
    for (unsigned long i = 0; i < rounds; ++i) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
    }
    puts(state == 1 ? "4" : "3");
    return 0;
})";

} // namespace

class TestFairnessReal : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    LanguageCatalogue m_languages;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<Judge> m_judge;
    double m_roundsPerLimit = 0;

    std::string write(const std::string& name, const std::string& text) const {
        const std::string path = m_folder.path().toStdString() + "/" + name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    TestCase caseOf(const std::string& name, double rounds) const {
        TestCase testCase;
        testCase.name = name;
        testCase.inputPath = write(name + ".in", std::to_string(static_cast<unsigned long>(rounds)));
        testCase.answerPath = write("answer", "3\n");
        return testCase;
    }
    JudgeRequest request(std::chrono::milliseconds limit, std::vector<TestCase> cases) const {
        auto problem = std::make_shared<Problem>();
        problem->slug = "work";
        problem->limits.cpuTime = limit;
        problem->limits.memory = Bytes::mib(64);
        problem->cases = std::move(cases);
        JudgeRequest request;
        request.problem = problem;
        request.problemId = "test/work";
        request.language = "c";
        request.sources = {{"work.c", Work}};
        request.allCases = true;
        return request;
    }
    JudgeRequest requestOfShares(std::chrono::milliseconds limit, const std::vector<int>& percents) const {
        std::vector<TestCase> cases;
        const double rounds = m_roundsPerLimit * (static_cast<double>(limit.count()) / Limit.count());
        for (const int percent : percents) {
            cases.push_back(caseOf(std::to_string(percent) + "%", rounds * percent / 100));
        }
        return request(limit, cases);
    }
    static QString verdictsOf(const Report& report) {
        QStringList verdicts;
        for (const CaseResult& result : report.cases) {
            verdicts << QString::fromStdString(std::string(code(*result.verdict)));
        }
        return verdicts.join(u' ');
    }
    static QString figuresOf(const Report& report) {
        QStringList figures;
        for (const CaseResult& result : report.cases) {
            figures << QString::fromStdString(result.name + ": ") +
                           core::text::caseMessage(result, report.limits, core::text::Wording::English) +
                           QStringLiteral(" [%1 ms, wall %2 ms%3]")
                               .arg(result.cpu / 1ms)
                               .arg(result.wall / 1ms)
                               .arg(result.rerun ? QStringLiteral(", again alone") : QString());
        }
        return figures.join(u'\n');
    }

private Q_SLOTS:
    /// How much this machine computes within the limit.
    void initTestCase() {
        auto started = sandbox::Sandbox::start(sandbox::findHelper(), wantedTier());
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        m_sandbox = *std::move(started);
        m_languages = LanguageCatalogue::load({findResources() / "languages"});
        m_judge = std::make_unique<Judge>(*m_sandbox, m_sandbox->capabilities(), m_languages, JudgeOptions{2, {}});
        constexpr double Rounds = 2e7;
        std::vector<TestCase> cases;
        for (int i = 0; i < 9; ++i) {
            cases.push_back(caseOf("measure", Rounds));
        }
        Report report = m_judge->judge(request(10s, cases), {}, std::stop_token());
        QCOMPARE(verdictsOf(report), QStringLiteral("AC AC AC AC AC AC AC AC AC"));
        std::ranges::sort(report.cases, {}, &CaseResult::cpu);
        const std::chrono::duration<double, std::milli> median = report.cases[4].cpu;
        m_roundsPerLimit = Rounds * Limit.count() / median.count();
    }

    void givesTheSameVerdictFiftyTimes() {
        const BusyCpu busy(1, 1);
        const JudgeRequest same = requestOfShares(Limit, {10, 80, 125});
        for (int time = 1; time <= 50; ++time) {
            const Report report = m_judge->judge(same, {}, std::stop_token());
            QVERIFY2(verdictsOf(report) == u"AC AC TLE",
                     qPrintable(QStringLiteral("time %1\n").arg(time) + figuresOf(report)));
        }
    }

    /// Four fifths of the limit at a seventh of a CPU take longer than the wall limit.
    void bearsMoreOthersThanTheWallLimitHasRoomFor() {
        const BusyCpu first(0, 6);
        const BusyCpu second(1, 6);
        const Report report = m_judge->judge(requestOfShares(600ms, {80}), {}, std::stop_token());
        QVERIFY2(verdictsOf(report) == u"AC", qPrintable(figuresOf(report)));
        QVERIFY2(report.cases[0].wall > report.limits.wallTime, qPrintable(figuresOf(report)));
    }
};

QTEST_GUILESS_MAIN(TestFairnessReal)
#include "test_fairness_real.moc"
