// SPDX-License-Identifier: GPL-3.0-or-later
// Two judge processes on one machine, each with a sandbox of its own: both judge rightly, and neither the start nor the
// sudden end of one disturbs the other.
#include "judge/engine/box_slot.h"
#include "sandbox/box_pool.h"
#include "sandbox/sandbox.h"

#include "tests/sandbox/known_runs.h"
#include "tests/support/outright_kill.h"
#include "tests/support/process_census.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <poll.h>

#include <cstdio>

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace grindstone::tests;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 60000;
constexpr const char* JudgeOption = "--judge";

/// A line for each run, until standard input ends.
int judgeUntilTold() {
    auto sandbox = Sandbox::start(findHelper());
    if (!sandbox) {
        std::puts(sandbox.error().detail.c_str());
        return 1;
    }
    BoxPool pool(**sandbox, 2);
    judge::BoxSlot slot(pool);
    const KnownRuns runs;
    pollfd input{STDIN_FILENO, POLLIN, 0};
    for (std::size_t i = 0; ::poll(&input, 1, 0) == 0; ++i) {
        const KnownRun& known = runs.all()[i % runs.all().size()];
        const auto outcome = slot.run(known.spec, {}, {});
        const std::string text = !outcome                  ? outcome.error().detail
                                 : known.isRight(*outcome) ? "right"
                                                           : "wrong: " + known.name + ": " + endingOf(*outcome);
        std::puts(text.c_str());
        std::fflush(stdout);
    }
    return 0;
}

/// Such a process.
class OtherJudge {
public:
    OtherJudge() { m_process.start(QCoreApplication::applicationFilePath(), {QLatin1String(JudgeOption)}); }

    pid_t pid() const { return pid_t(m_process.processId()); }
    QProcess& process() { return m_process; }
    /// Of its helper; empty where there are none.
    std::vector<std::string> cgroups() const {
        const std::vector<pid_t> helpers = childrenOf(pid());
        return cgroupsOf({helpers.begin(), helpers.end()});
    }
    /// Waits for so many more right outcomes. False when there was anything else.
    bool judgesRightly(int times) {
        for (int right = 0; right < times;) {
            if (!m_process.canReadLine() && !m_process.waitForReadyRead(Patience)) {
                qWarning("no more outcomes");
                return false;
            }
            for (; m_process.canReadLine(); ++right) {
                if (const QByteArray line = m_process.readLine(); line != "right\n") {
                    qWarning("%s", line.constData());
                    return false;
                }
            }
        }
        return true;
    }
    bool endsWhenTold() {
        m_process.closeWriteChannel();
        return m_process.waitForFinished(Patience) && m_process.exitStatus() == QProcess::NormalExit &&
               m_process.exitCode() == 0;
    }

private:
    QProcess m_process;
};

} // namespace

class TwoJudgesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        adoptOrphans();
        QVERIFY(ProbeProgram());
    }

    void bothJudgeRightly() {
        OtherJudge first;
        OtherJudge second;
        QVERIFY(first.judgesRightly(60));
        QVERIFY(second.judgesRightly(60));
        QVERIFY(first.endsWhenTold());
        QVERIFY(second.judgesRightly(30));
        QVERIFY(second.endsWhenTold());
    }

    void theStartOfOneLeavesTheOthersCgroupsAlone() {
        OtherJudge first;
        QVERIFY(first.judgesRightly(10));
        const std::vector<std::string> cgroups = first.cgroups();
        OtherJudge second;
        QVERIFY(second.judgesRightly(10));
        QCOMPARE(second.cgroups().size(), cgroups.size()); // Both have some, or nobody can.
        QCOMPARE(first.cgroups(), cgroups);
        QVERIFY(second.endsWhenTold());
        QCOMPARE(first.cgroups(), cgroups);
        QVERIFY(first.judgesRightly(30));
        QVERIFY(first.endsWhenTold());
    }

    void theKillOfOneDoesNotDisturbTheOther() {
        OtherJudge survivor;
        QVERIFY(survivor.judgesRightly(10));
        const std::vector<std::string> cgroups = survivor.cgroups();
        for (int round = 0; round < 5; ++round) {
            OtherJudge victim;
            QVERIFY(victim.judgesRightly(3 + 2 * round));
            const Aftermath after = killOutright(victim.pid(), {survivor.pid()});
            QVERIFY(victim.process().waitForFinished());
            QVERIFY2(after.left.empty(), after.left.c_str());
            QVERIFY(survivor.judgesRightly(20));
            QCOMPARE(survivor.cgroups(), cgroups);
        }
        QVERIFY(survivor.endsWhenTold());
    }

    /// A helper's own leftovers are removed by its sweeper and by the next helper at once.
    void aStartRightAfterAKillMeetsNoTrouble() {
        for (int round = 0; round < 5; ++round) {
            OtherJudge victim;
            QVERIFY(victim.judgesRightly(5));
            victim.process().kill();
            OtherJudge next;
            QVERIFY(next.judgesRightly(10));
            QVERIFY(next.endsWhenTold());
            QVERIFY(victim.process().waitForFinished());
        }
        reapAdopted({});
    }
};

int main(int count, char** words) {
    if (count > 1 && std::string_view(words[1]) == JudgeOption) {
        return judgeUntilTold();
    }
    QCoreApplication application(count, words);
    TwoJudgesTest test;
    return QTest::qExec(&test, count, words);
}
#include "test_two_judges.moc"
