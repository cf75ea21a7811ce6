// SPDX-License-Identifier: GPL-3.0-or-later
// Many processes on one queue, each job done once: while all is well, and while they are killed at any moment.
#include "app/core/judging/job_engine.h"
#include "app/core/store/change_watch.h"
#include "app/core/store/job_repository.h"
#include "app/core/store/statement_runner.h"
#include "tests/core/folder.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>
#include <QThread>

using namespace grindstone;
using namespace grindstone::core;

namespace {

constexpr int Kills = 200;
constexpr int KilledAtATime = 2;

using Participant = std::unique_ptr<QProcess>;

/// The numbers behind `word` in what it has said.
QList<qint64> numbersBehind(const QByteArray& said, const QByteArray& word) {
    QList<qint64> numbers;
    const QList<QByteArray> lines = said.split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) { // What comes behind the last end of a line may be half a number.
        if (lines[i].startsWith(word + ' ')) {
            numbers << lines[i].mid(word.size() + 1).toLongLong();
        }
    }
    return numbers;
}

/// Judges until it is stopped: whoever waits behind it stays in the queue.
judge::Report judgeUntilStopped(const judge::JudgeRequest& request, const judge::ProgressSink&, std::stop_token stop) {
    while (!stop.stop_requested()) {
        QThread::msleep(1);
    }
    judge::Report report;
    report.mode = request.mode;
    report.cancelled = true;
    return report;
}

class Deaf : public EngineListener {
public:
    void started(JobId) override { hasStarted = true; }
    void progressed(JobId, const judge::Progress&) override {}
    void finished(JobId, const SharedReport&) override {}
    std::atomic<bool> hasStarted = false;
};

} // namespace

class JobProcessesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::Folder> m_folder;

    QString database() const { return QString::fromStdString(m_folder->path() / "grindstone.sqlite"); }
    Participant start(const QStringList& task) const;
    std::unique_ptr<Store> store() const { return Store::open(database().toStdString()).value(); }
    void killParticipants(QSet<qint64>& accepted);
    void verifyEachFinishedOnce(const Store& store, const QSet<qint64>& accepted);

private Q_SLOTS:
    void init() { m_folder = std::make_unique<test::Folder>(); }
    void finishesAThousandFromFourProcessesInOrder();
    void losesNothingWhenProcessesAreKilled();
    void seesWhatAnotherProcessHasWrittenAndLeft();
};

Participant JobProcessesTest::start(const QStringList& task) const {
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QCoreApplication::applicationDirPath() + u"/job_participant"_qs, QStringList{database()} + task);
    return process->waitForStarted() ? std::move(process) : nullptr;
}

void JobProcessesTest::verifyEachFinishedOnce(const Store& store, const QSet<qint64>& accepted) {
    const auto number = [&](const char* sql) {
        return readNumber(store.database(), QString::fromLatin1(sql)).value_or(-1);
    };
    QSqlQuery integrity = runStatement(store.database(), u"PRAGMA integrity_check"_qs).value();
    QVERIFY(integrity.next());
    QCOMPARE(integrity.value(0).toString(), u"ok"_qs);
    QSqlQuery row = runStatement(store.database(), u"SELECT id FROM jobs"_qs).value();
    QSet<qint64> known;
    while (row.next()) {
        known << row.value(0).toLongLong();
    }
    QVERIFY2(known.contains(accepted), "a job that was accepted is gone");
    QCOMPARE(number("SELECT count(*) FROM jobs WHERE state NOT IN ('done', 'cancelled')"), 0);
    QCOMPARE(number("SELECT count(*) FROM jobs WHERE mode = 'submit' AND state = 'done' AND submission_id IS NULL"), 0);
    QCOMPARE(number("SELECT count(DISTINCT submission_id) FROM jobs"), number("SELECT count(*) FROM submissions"));
    QCOMPARE(number("SELECT count(*) FROM jobs WHERE mode = 'submit' AND state = 'done'"),
             number("SELECT count(*) FROM submissions"));
}

void JobProcessesTest::finishesAThousandFromFourProcessesInOrder() {
    constexpr int Processes = 4;
    constexpr int Each = 250;
    constexpr int CancelEach = 25;
    Deaf deaf;
    JobEngine blocker({database().toStdString(), {}, judgeUntilStopped}, deaf);
    const JobId blocking = blocker.submit({}, std::make_shared<const judge::Problem>()).value();
    QTRY_VERIFY(deaf.hasStarted);
    std::vector<Participant> participants;
    for (int i = 0; i < Processes; ++i) {
        participants.push_back(start({u"hand-in"_qs, u"50"_qs, u"200"_qs, QString::number(CancelEach)}));
        QVERIFY(participants.back());
    }
    const std::unique_ptr<Store> own = store();
    QTRY_COMPARE_WITH_TIMEOUT(
        readNumber(own->database(), u"SELECT count(*) FROM jobs WHERE state IN ('queued', 'running')"_qs).value_or(-1),
        Processes * (Each - Each / CancelEach) + 1, 60'000);
    QVERIFY(blocker.cancel(blocking).value());
    QSet<qint64> accepted;
    QSet<qint64> cancelled;
    for (const Participant& participant : participants) {
        QVERIFY(participant->waitForFinished(100'000));
        QCOMPARE(participant->exitCode(), 0);
        const QByteArray said = participant->readAllStandardOutput();
        for (const qint64 job : numbersBehind(said, "accepted")) {
            accepted << job;
        }
        for (const qint64 job : numbersBehind(said, "cancelled")) {
            cancelled << job;
        }
        const QList<qint64> resident = numbersBehind(said, "resident");
        QCOMPARE(resident.size(), 2);
        qInfo("resident with 250 jobs waiting %lld KiB, at the end %lld", resident[0], resident[1]);
        QVERIFY2(resident[1] < resident[0] * 3 / 2, "memory grows with the jobs that were judged");
    }
    QCOMPARE(accepted.size(), Processes * Each);
    QCOMPARE(cancelled.size(), Processes * Each / CancelEach);
    verifyEachFinishedOnce(*own, accepted);
    const auto number = [&](const char* sql) {
        return readNumber(own->database(), QString::fromLatin1(sql)).value_or(-1);
    };
    QCOMPARE(number("SELECT count(*) FROM jobs WHERE state = 'done'"), accepted.size() - cancelled.size());
    QCOMPARE(number("SELECT count(*) FROM jobs a JOIN jobs b ON (a.priority, a.id) < (b.priority, b.id) "
                    "WHERE a.state = 'done' AND b.state = 'done' AND a.started_at > b.started_at"),
             0);
    QCOMPARE(number("SELECT count(*) FROM jobs WHERE attempts > 1"), 0);
}

void JobProcessesTest::killParticipants(QSet<qint64>& accepted) {
    std::array<Participant, KilledAtATime> participants;
    for (Participant& participant : participants) {
        participant = start({u"for-ever"_qs});
        QVERIFY(participant);
    }
    for (const Participant& participant : participants) {
        QThread::msleep(QRandomGenerator::global()->bounded(150U));
        participant->kill();
        QVERIFY(participant->waitForFinished());
        QCOMPARE(participant->exitStatus(), QProcess::CrashExit);
        for (const qint64 job : numbersBehind(participant->readAllStandardOutput(), "accepted")) {
            accepted << job;
        }
    }
}

void JobProcessesTest::losesNothingWhenProcessesAreKilled() {
    QSet<qint64> accepted;
    for (int killed = 0; killed < Kills && !QTest::currentTestFailed(); killed += KilledAtATime) {
        killParticipants(accepted);
    }
    const Participant last = start({u"clear"_qs});
    QVERIFY(last && last->waitForFinished(60'000));
    QCOMPARE(last->exitCode(), 0);
    const std::unique_ptr<Store> own = store();
    verifyEachFinishedOnce(*own, accepted);
    const auto repeated = readNumber(own->database(), u"SELECT count(*) FROM jobs WHERE attempts > 1"_qs);
    qInfo("%lld jobs accepted, %lld begun more than once", static_cast<long long>(accepted.size()),
          repeated.value_or(-1));
    QVERIFY(accepted.size() > Kills / 2);
    QVERIFY2(repeated.value_or(0) > 0, "nothing was ever killed while it judged");
}

/// The locks of one process on one file are one thing, and whoever leaves last clears the log away.
void JobProcessesTest::seesWhatAnotherProcessHasWrittenAndLeft() {
    const std::unique_ptr<Store> first = store();
    const std::unique_ptr<Store> second = store();
    JobRepository jobs(*first);
    QVERIFY(jobs.add({}, JobOwner::newInThisProcess()));
    ChangeWatch changes(*first);
    for (int other = 1; other <= 3; ++other) {
        changes.hasChanged();
        const Participant participant = start({u"hand-in"_qs, u"1"_qs, u"0"_qs, u"2"_qs});
        QVERIFY(participant && participant->waitForFinished());
        QVERIFY(changes.hasChanged());
        QCOMPARE(jobs.list(9, false).value().size(), std::size_t(1 + other));
        QCOMPARE(JobRepository(*second).list(9, false).value().size(), std::size_t(1 + other));
    }
}

QTEST_GUILESS_MAIN(JobProcessesTest)
#include "job_processes_test.moc"
