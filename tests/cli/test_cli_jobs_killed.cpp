// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 of `grind submit` and of `grind serve` at any moment, again and again on one home: what they had accepted is
// judged by those who come later, once, and nothing else is left of them. (core_job_processes_test kills two hundred
// with a judge that costs less.)
#include "app/core/store/statement_runner.h"
#include "app/core/store/store.h"
#include "tests/cli/serving.h"
#include "tests/cli/sum_package.h"
#include "tests/support/outright_kill.h"
#include "tests/support/process_census.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>

using namespace grindstone;
using namespace grindstone::cli::test;

namespace {

constexpr int Kills = 200;
constexpr int ServiceKills = 100;
constexpr int HandedIn = 4;             ///< to each service
constexpr quint32 LongestService = 600; ///< ms

const QByteArray Good = "import sys\nprint(sum(map(int, sys.stdin.read().split())))\n";

} // namespace

class TestCliJobsKilled : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;
    qint64 m_whole = 0; ///< milliseconds that a call takes when it is let
    int m_killed = 0;   ///< before they had ended by themselves

    QStringList submit() const { return {u"submit"_qs, u"mine/sum"_qs, m_grind->path(u"good.py"_qs)}; }
    void killOne();
    int killService();
    void judgeTheRest();
    qint64 verifyDatabase();

private Q_SLOTS:
    void initTestCase() { grindstone::tests::adoptOrphans(); }
    void init();
    void losesNothingAndLeavesNothing();
    void losesNothingOfAService();
};

void TestCliJobsKilled::init() {
    m_killed = 0;
    m_grind = GrindProgram::asBuilt();
    QVERIFY(m_grind->useOwnTemporaryFolder());
    writeSumPackage(*m_grind, u"home/data/packs/mine/sum"_qs);
    m_grind->write(u"good.py"_qs, Good);
}

void TestCliJobsKilled::killOne() {
    QProcess process;
    process.setProcessEnvironment(m_grind->environment());
    const QStringList command = m_grind->command() + submit();
    process.start(command.first(), command.mid(1));
    QVERIFY(process.waitForStarted());
    QThread::msleep(QRandomGenerator::global()->bounded(quint32(m_whole)));
    const tests::Aftermath after = tests::killOutright(pid_t(process.processId()));
    QVERIFY(process.waitForFinished());
    m_killed += process.exitStatus() == QProcess::CrashExit ? 1 : 0;
    QVERIFY2(after.left.empty(), after.left.c_str());
}

/// Gives how many jobs it had accepted.
int TestCliJobsKilled::killService() {
    Serving serving(*m_grind);
    int accepted = 0;
    for (int i = 0; i < HandedIn; ++i) {
        accepted += serving.submit(Good, "mine/sum", "python3")[u"id"_qs].toInt() > 0 ? 1 : 0;
    }
    QThread::msleep(QRandomGenerator::global()->bounded(LongestService));
    const tests::Aftermath after = tests::killOutright(serving.pid());
    ++m_killed;
    return after.left.empty() ? accepted : -1;
}

void TestCliJobsKilled::judgeTheRest() {
    QCOMPARE(m_grind->run({u"jobs"_qs, u"resume"_qs, u"--json"_qs}).status, 0);
    QVERIFY(m_grind->run({u"jobs"_qs, u"--json"_qs}).json()[u"jobs"_qs].toArray().isEmpty());
    QCOMPARE(
        QDir(m_grind->path(u"tmp"_qs)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System),
        QStringList());
}

/// Gives how many jobs there are, each judged and in the history once.
qint64 TestCliJobsKilled::verifyDatabase() {
    const auto store = core::Store::open((m_grind->home() + u"/data/grindstone.sqlite"_qs).toStdString());
    const auto number = [&](const char* sql) {
        return store ? core::readNumber((*store)->database(), QString::fromLatin1(sql)).value_or(-1) : -1;
    };
    const bool intact = number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'") == 1;
    const qint64 jobs = number("SELECT count(*) FROM jobs");
    qInfo("%d killed, %lld jobs accepted, %lld begun more than once", m_killed, jobs,
          number("SELECT count(*) FROM jobs WHERE attempts > 1"));
    const bool once = number("SELECT count(*) FROM jobs WHERE state = 'done' AND verdict = 'AC'") == jobs &&
                      number("SELECT count(DISTINCT submission_id) FROM jobs") == jobs &&
                      number("SELECT count(*) FROM submissions") == jobs;
    return intact && once ? jobs : -1;
}

void TestCliJobsKilled::losesNothingAndLeavesNothing() {
    QCOMPARE(m_grind->run(submit()).status, 0);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_grind->run(submit()).status, 0);
    m_whole = timer.elapsed();
    for (int i = 0; i < Kills && !QTest::currentTestFailed(); ++i) {
        killOne();
    }
    QVERIFY(m_killed > Kills / 2);
    judgeTheRest();
    QVERIFY(verifyDatabase() > Kills / 4);
}

void TestCliJobsKilled::losesNothingOfAService() {
    qint64 accepted = 0;
    for (int i = 0; i < ServiceKills; ++i) {
        const int more = killService();
        QCOMPARE(more, HandedIn);
        accepted += more;
    }
    judgeTheRest();
    QCOMPARE(verifyDatabase(), accepted);
}

QTEST_GUILESS_MAIN(TestCliJobsKilled)
#include "test_cli_jobs_killed.moc"
