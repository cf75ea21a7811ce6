// SPDX-License-Identifier: GPL-3.0-or-later
// The queue as the terminal shows it: what waits behind another call, what a killed one leaves, and who judges that.
#include "tests/cli/grind_program.h"
#include "tests/cli/sum_package.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace grindstone::cli::test;

namespace {

const QByteArray Good = "import sys\nprint(sum(map(int, sys.stdin.read().split())))\n";
const QByteArray Endless = "while True: pass\n";

} // namespace

class TestCliJobs : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;

    using Process = std::unique_ptr<QProcess>;

    Process begin(const QStringList& arguments) const;
    QJsonArray jobs(const QStringList& more = {}) const;
    QString stateOf(int job) const;
    /// Begins to judge something that takes long, and kills the program. The job's number.
    int leaveOne();
    void limitSlow(int seconds) const;

private Q_SLOTS:
    void init();
    void listsNothingAndMakesNoDatabase();
    void showsWhatRunsAndWhatWaits();
    void cancelsAnothersJobs();
    void refusesToCancelWhatIsFinished();
    void cancelsWithTheFirstInterruption();
    void adoptsWhatAKilledCallLeft();
    void leavesWhatIsAdoptedToAnInterruption();
    void resumesWhatIsHeld();
    void judgesARunBeforeWaitingSubmissions();
};

TestCliJobs::Process TestCliJobs::begin(const QStringList& arguments) const {
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_grind->environment());
    const QStringList command = m_grind->command() + arguments;
    process->start(command.first(), command.mid(1));
    return process->waitForStarted() ? std::move(process) : nullptr;
}

QJsonArray TestCliJobs::jobs(const QStringList& more) const {
    const Outcome outcome = m_grind->run(QStringList{u"jobs"_qs, u"--json"_qs} + more);
    const QJsonObject document = outcome.json();
    return document[u"schema"_qs] == u"grindstone-jobs/1"_qs ? document[u"jobs"_qs].toArray() : QJsonArray{-1};
}

QString TestCliJobs::stateOf(int job) const {
    const QJsonArray all = jobs({u"--all"_qs});
    for (const QJsonValue& one : all) {
        if (one[u"id"_qs].toInt() == job) {
            return one[u"state"_qs].toString();
        }
    }
    return {};
}

int TestCliJobs::leaveOne() {
    const Process killed = begin({u"submit"_qs, u"mine/slow"_qs, m_grind->path(u"endless.py"_qs)});
    const auto running = [this] {
        const QJsonArray now = jobs();
        return now.size() > 0 && now.last()[u"state"_qs] == u"running"_qs ? now.last()[u"id"_qs].toInt() : 0;
    };
    if (!killed || !QTest::qWaitFor([&] { return running() != 0; }, 30'000)) {
        return 0;
    }
    const int job = running();
    killed->kill();
    killed->waitForFinished();
    return job;
}

void TestCliJobs::init() {
    m_grind = GrindProgram::asBuilt();
    writeSumPackage(*m_grind, u"home/data/packs/mine/sum"_qs);
    writeSumPackage(*m_grind, u"home/data/packs/mine/slow"_qs);
    limitSlow(60);
    m_grind->write(u"good.py"_qs, Good);
    m_grind->write(u"endless.py"_qs, Endless);
}

void TestCliJobs::limitSlow(int seconds) const {
    m_grind->write(u"home/data/packs/mine/slow/problem.yaml"_qs,
                   "problem_format_version: 2025-09\nname: Slow\nuuid: 5f0c9f0e-6a0f-4a56-9f6e-0f6f8d6c0003\n"
                   "limits: {time_limit: " +
                       QByteArray::number(seconds) + "}\n");
}

void TestCliJobs::listsNothingAndMakesNoDatabase() {
    QVERIFY(jobs().isEmpty());
    QCOMPARE(m_grind->run({u"jobs"_qs}).output, QByteArray("Nothing waits to be judged.\n"));
    QCOMPARE(m_grind->run({u"jobs"_qs, u"--all"_qs}).output, QByteArray("Nothing was judged yet.\n"));
    const Outcome resumed = m_grind->run({u"jobs"_qs, u"resume"_qs});
    QCOMPARE(resumed.status, 0);
    QCOMPARE(resumed.errors, QByteArray("grind: Nothing was left waiting.\n"));
    QCOMPARE(m_grind->run({u"jobs"_qs, u"cancel"_qs, u"1"_qs, u"--json"_qs}).errorCode(), u"jobs.finished"_qs);
    QVERIFY(!QFile::exists(m_grind->home() + u"/data/grindstone.sqlite"_qs));
}

void TestCliJobs::showsWhatRunsAndWhatWaits() {
    const Process first = begin({u"submit"_qs, u"mine/slow"_qs, m_grind->path(u"endless.py"_qs)});
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(1), u"running"_qs, 30'000);
    const Process second = begin({u"submit"_qs, u"mine/sum"_qs, m_grind->path(u"good.py"_qs), u"--json"_qs});
    QTRY_COMPARE_WITH_TIMEOUT(jobs().size(), 2, 30'000);
    const QJsonArray now = jobs();
    QCOMPARE(now[0][u"state"_qs].toString(), u"running"_qs);
    QCOMPARE(now[0][u"problem"_qs].toString(), u"mine/slow"_qs);
    QCOMPARE(now[0][u"attempts"_qs].toInt(), 1);
    QVERIFY(now[0][u"position"_qs].isNull());
    QCOMPARE(now[1][u"state"_qs].toString(), u"queued"_qs);
    QCOMPARE(now[1][u"position"_qs].toInt(), 1);
    QCOMPARE(now[1][u"mode"_qs].toString(), u"submit"_qs);
    QCOMPARE(now[1][u"language"_qs].toString(), u"python3"_qs);
    QVERIFY(now[1][u"created_at"_qs].toString().endsWith(u'Z'));
    QVERIFY(now[1][u"started_at"_qs].isNull());
    QCOMPARE(m_grind->run({u"jobs"_qs}).output, QByteArray("1  mine/slow  python3  is judged\n"
                                                           "2  mine/sum   python3  waits, 1 before it\n"));
    QCOMPARE(m_grind->run({u"jobs"_qs, u"cancel"_qs, u"1"_qs}).status, 0);
    QVERIFY(second->waitForFinished(60'000) && first->waitForFinished(60'000));
    verifyVerdict({second->exitCode(), second->readAllStandardOutput(), {}}, u"AC"_qs);
    QCOMPARE(first->exitCode(), 3);
    QVERIFY(jobs().isEmpty());
    const QJsonArray all = jobs({u"--all"_qs});
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0][u"state"_qs].toString(), u"cancelled"_qs);
    QCOMPARE(all[1][u"verdict"_qs].toString(), u"AC"_qs);
    QCOMPARE(all[1][u"submission"_qs].toInt(), 1);
    QCOMPARE(m_grind->run({u"jobs"_qs, u"--all"_qs}).output, QByteArray("1  mine/slow  python3  cancelled\n"
                                                                        "2  mine/sum   python3  Accepted\n"));
}

void TestCliJobs::cancelsAnothersJobs() {
    const Process running = begin({u"submit"_qs, u"mine/slow"_qs, m_grind->path(u"endless.py"_qs), u"--json"_qs});
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(1), u"running"_qs, 30'000);
    const Process waiting = begin({u"submit"_qs, u"mine/sum"_qs, m_grind->path(u"good.py"_qs), u"--json"_qs});
    QTRY_VERIFY_WITH_TIMEOUT(!stateOf(2).isEmpty(), 30'000);
    const Outcome cancelled = m_grind->run({u"jobs"_qs, u"cancel"_qs, u"2"_qs, u"1"_qs, u"--json"_qs});
    QCOMPARE(cancelled.status, 0);
    QCOMPARE(cancelled.json()[u"jobs"_qs].toArray().size(), 2);
    QVERIFY(waiting->waitForFinished(30'000) && running->waitForFinished(30'000));
    for (QProcess* process : {running.get(), waiting.get()}) {
        const Outcome outcome{process->exitCode(), process->readAllStandardOutput(), {}};
        QCOMPARE(outcome.status, 3);
        QCOMPARE(outcome.json()[u"cancelled"_qs].toBool(), true);
        QCOMPARE(outcome.json()[u"history"_qs][u"recorded"_qs].toBool(true), false);
    }
    QCOMPARE(stateOf(1), u"cancelled"_qs);
    QCOMPARE(stateOf(2), u"cancelled"_qs);
}

void TestCliJobs::refusesToCancelWhatIsFinished() {
    QCOMPARE(m_grind->run({u"submit"_qs, u"mine/sum"_qs, m_grind->path(u"good.py"_qs)}).status, 0);
    const Outcome refused = m_grind->run({u"jobs"_qs, u"cancel"_qs, u"1"_qs});
    QCOMPARE(refused.status, 3);
    QCOMPARE(refused.errors, QByteArray("grind: error: There is no unfinished job with this number: 1\n"
                                        "  grind jobs lists what waits.\n"));
    QCOMPARE(m_grind->run({u"jobs"_qs, u"cancel"_qs, u"one"_qs}).status, 2);
    QCOMPARE(m_grind->run({u"jobs"_qs, u"cancel"_qs}).status, 2);
}

void TestCliJobs::cancelsWithTheFirstInterruption() {
    const Process running = begin({u"submit"_qs, u"mine/slow"_qs, m_grind->path(u"endless.py"_qs)});
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(1), u"running"_qs, 30'000);
    ::kill(pid_t(running->processId()), SIGINT);
    QVERIFY(running->waitForFinished(30'000));
    QCOMPARE(running->exitCode(), 130);
    QCOMPARE(stateOf(1), u"cancelled"_qs);
}

void TestCliJobs::adoptsWhatAKilledCallLeft() {
    QCOMPARE(leaveOne(), 1);
    QCOMPARE(stateOf(1), u"running"_qs); // Nobody has looked yet.
    limitSlow(1);
    const Outcome own = m_grind->run({u"submit"_qs, u"mine/sum"_qs, m_grind->path(u"good.py"_qs), u"--json"_qs});
    verifyVerdict(own, u"AC"_qs);
    QVERIFY2(own.errors.contains(
                 "1 job of an earlier call that was broken off still waits and is judged now; Ctrl-C leaves it."),
             own.errors.constData());
    QVERIFY2(own.errors.contains("\ngrind: 1  mine/slow: Time limit exceeded\n"), own.errors.constData());
    const QJsonArray all = jobs({u"--all"_qs});
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0][u"state"_qs].toString(), u"done"_qs);
    QCOMPARE(all[0][u"attempts"_qs].toInt(), 2);
    QCOMPARE(all[0][u"submission"_qs].toInt(), 2); // Its own came first.
}

void TestCliJobs::leavesWhatIsAdoptedToAnInterruption() {
    QCOMPARE(leaveOne(), 1);
    const Process own = begin({u"run"_qs, u"mine/sum"_qs, m_grind->path(u"good.py"_qs)});
    QTRY_COMPARE_WITH_TIMEOUT(jobs({u"--all"_qs})[0][u"attempts"_qs].toInt(), 2, 30'000);
    ::kill(pid_t(own->processId()), SIGINT);
    QVERIFY(own->waitForFinished(30'000));
    const QJsonArray now = jobs();
    QCOMPARE(now.size(), 1);
    QCOMPARE(now[0][u"state"_qs].toString(), u"queued"_qs);
    QCOMPARE(now[0][u"attempts"_qs].toInt(), 1);
    QCOMPARE(now[0][u"held"_qs].toBool(true), false);
}

void TestCliJobs::resumesWhatIsHeld() {
    QCOMPARE(leaveOne(), 1);
    for (int attempt = 2; attempt <= 3; ++attempt) {
        const Process resuming = begin({u"jobs"_qs, u"resume"_qs});
        QTRY_COMPARE_WITH_TIMEOUT(jobs({u"--all"_qs})[0][u"attempts"_qs].toInt(), attempt, 30'000);
        resuming->kill();
        resuming->waitForFinished();
    }
    const Outcome own = m_grind->run({u"submit"_qs, u"mine/sum"_qs, m_grind->path(u"good.py"_qs), u"--json"_qs});
    verifyVerdict(own, u"AC"_qs);
    QCOMPARE(own.errors, QByteArray()); // A poisonous job isn't touched.
    const QJsonArray now = jobs();
    QCOMPARE(now.size(), 1);
    QCOMPARE(now[0][u"held"_qs].toBool(), true);
    QCOMPARE(m_grind->run({u"jobs"_qs}).output,
             QByteArray("1  mine/slow  python3  held: begun 3 times, each time the program was killed\n"));
    limitSlow(1);
    const Outcome resumed = m_grind->run({u"jobs"_qs, u"resume"_qs});
    QCOMPARE(resumed.status, 0);
    QCOMPARE(resumed.output, QByteArray("1  mine/slow  python3  Time limit exceeded\n"));
    QVERIFY(jobs().isEmpty());
}

void TestCliJobs::judgesARunBeforeWaitingSubmissions() {
    const Process running = begin({u"submit"_qs, u"mine/slow"_qs, m_grind->path(u"endless.py"_qs)});
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(1), u"running"_qs, 30'000);
    const Process submitting = begin({u"submit"_qs, u"mine/sum"_qs, m_grind->path(u"good.py"_qs)});
    QTRY_COMPARE_WITH_TIMEOUT(jobs({u"--all"_qs}).size(), 2, 30'000);
    const Process trying = begin({u"run"_qs, u"mine/sum"_qs, m_grind->path(u"good.py"_qs)});
    QTRY_COMPARE_WITH_TIMEOUT(jobs({u"--all"_qs}).size(), 3, 30'000);
    QCOMPARE(m_grind->run({u"jobs"_qs, u"cancel"_qs, u"1"_qs}).status, 0);
    for (QProcess* process : {running.get(), submitting.get(), trying.get()}) {
        QVERIFY(process->waitForFinished(60'000));
    }
    QMap<int, QString> started;
    const QJsonArray all = jobs({u"--all"_qs});
    for (const QJsonValue& job : all) {
        started.insert(job[u"id"_qs].toInt(), job[u"started_at"_qs].toString());
    }
    QCOMPARE(started.size(), 3);
    QVERIFY(started[3] < started[2]);
}

QTEST_GUILESS_MAIN(TestCliJobs)
#include "test_cli_jobs.moc"
