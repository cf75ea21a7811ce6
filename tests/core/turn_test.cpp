// SPDX-License-Identifier: GPL-3.0-or-later
// Whose turn it is, and who is alive.
#include "app/core/judging/turn.h"

#include <QProcess>
#include <QTest>

#include <csignal>

using namespace grindstone::core;

namespace {

constexpr std::int64_t Me = 1;
constexpr std::int64_t Living = 2;
constexpr std::int64_t Halted = 3;
constexpr std::int64_t Gone = 4;

JobOwner owner(std::int64_t pid) {
    return {"boot", pid, 100, 1};
}

Liveness liveness(const JobOwner& who) {
    return who.pid == Gone ? Liveness::Dead : who.pid == Halted ? Liveness::Stopped : Liveness::Alive;
}

QueueEntry waits(JobId id, std::int64_t pid, int attempts = 0) {
    return {id, JobState::Queued, attempts, false, owner(pid)};
}

QueueEntry runs(JobId id, std::int64_t pid) {
    return {id, JobState::Running, 1, false, owner(pid)};
}

Turn ask(const std::vector<QueueEntry>& queue, Adoption adoption = Adoption::None, std::set<JobId> passedOver = {}) {
    return nextTurn(queue, {owner(Me), adoption, std::move(passedOver), liveness});
}

/// The process as a job's owner, from its pid.
JobOwner ownerOf(const QProcess& process) {
    JobOwner found = JobOwner::newInThisProcess();
    found.pid = process.processId();
    QFile file(QStringLiteral("/proc/%1/stat").arg(found.pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return found;
    }
    const QByteArray text = file.readAll();
    found.startTime = text.mid(text.lastIndexOf(')') + 2).split(' ').value(19).toLongLong();
    return found;
}

} // namespace

class TurnTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void beginsItsOwnJobAtTheFront();
    void waitsForTheOneAtTheFront();
    void waitsWhileAnotherIsJudged();
    void passesOverThoseWhoDoNotBegin();
    void doesNotWaitForAStoppedProcess();
    void findsWhatDeadOwnersRan();
    void isNotHeldUpByItsOwnUnwrittenEnd();
    void adoptsOnlyWhatItIsToAdopt();
    void holdsWhatKilledThreeProcesses();
    void givesEveryEngineASeatOfItsOwn();
    void knowsLivingStoppedAndDeadProcesses();
    void takesAnotherStartOrBootForDead();
};

void TurnTest::beginsItsOwnJobAtTheFront() {
    QCOMPARE(ask({waits(5, Me), waits(6, Living)}).job, std::optional<JobId>(5));
    QVERIFY(!ask({}).job);
    QVERIFY(!ask({}).waitingFor);
}

void TurnTest::waitsForTheOneAtTheFront() {
    const Turn turn = ask({waits(5, Living), waits(6, Me)});
    QVERIFY(!turn.job);
    QCOMPARE(turn.waitingFor, std::optional<JobId>(5));
}

void TurnTest::waitsWhileAnotherIsJudged() {
    const Turn turn = ask({runs(9, Living), waits(5, Me)});
    QVERIFY(!turn.job);
    QCOMPARE(turn.waitingFor, std::optional<JobId>(9));
}

void TurnTest::passesOverThoseWhoDoNotBegin() {
    const std::vector<QueueEntry> queue{waits(3, Living), waits(4, Living), waits(5, Me)};
    QCOMPARE(ask(queue, Adoption::None, {3}).waitingFor, std::optional<JobId>(4));
    QCOMPARE(ask(queue, Adoption::None, {3, 4}).job, std::optional<JobId>(5));
}

void TurnTest::doesNotWaitForAStoppedProcess() {
    const Turn turn = ask({runs(3, Halted), waits(4, Halted), waits(5, Me)}, Adoption::Everything);
    QCOMPARE(turn.job, std::optional<JobId>(5));
    QVERIFY2(turn.abandoned.empty(), "it may go on");
    QVERIFY(!ask({waits(4, Halted)}, Adoption::Everything).job);
}

void TurnTest::findsWhatDeadOwnersRan() {
    const Turn turn = ask({runs(3, Gone), QueueEntry{4, JobState::Running, 1, false, std::nullopt}, waits(5, Me)});
    QCOMPARE(turn.abandoned, (std::vector<JobId>{3, 4}));
    QCOMPARE(turn.job, std::optional<JobId>(5));
}

void TurnTest::isNotHeldUpByItsOwnUnwrittenEnd() {
    QCOMPARE(ask({runs(3, Me), waits(5, Me)}).job, std::optional<JobId>(5));
}

void TurnTest::adoptsOnlyWhatItIsToAdopt() {
    const std::vector<QueueEntry> queue{waits(3, Gone), waits(4, Me)};
    QCOMPARE(ask(queue).job, std::optional<JobId>(4));
    QCOMPARE(ask(queue, Adoption::Waiting).job, std::optional<JobId>(3));
    QCOMPARE(ask({QueueEntry{3, JobState::Queued, 0, false, std::nullopt}}, Adoption::Waiting).job,
             std::optional<JobId>(3));
}

void TurnTest::holdsWhatKilledThreeProcesses() {
    const std::vector<QueueEntry> queue{waits(3, Gone, MostAttempts), waits(4, Me, MostAttempts)};
    QCOMPARE(ask(queue, Adoption::Waiting).job, std::optional<JobId>(4));
    QCOMPARE(ask(queue, Adoption::Everything).job, std::optional<JobId>(3));
    QVERIFY(isHeld(queue[0], liveness));
    QVERIFY(!isHeld(queue[1], liveness));
    QVERIFY(!isHeld(waits(3, Gone, MostAttempts - 1), liveness));
}

void TurnTest::givesEveryEngineASeatOfItsOwn() {
    const JobOwner first = JobOwner::newInThisProcess();
    const JobOwner second = JobOwner::newInThisProcess();
    QVERIFY(first != second);
    QCOMPARE(first.pid, second.pid);
    QVERIFY(first.startTime > 0);
    QVERIFY(!first.bootId.empty());
    QCOMPARE(livenessOf(first), Liveness::Alive);
}

void TurnTest::knowsLivingStoppedAndDeadProcesses() {
    QProcess sleeper;
    sleeper.start(QStringLiteral("sleep"), {QStringLiteral("60")});
    QVERIFY(sleeper.waitForStarted());
    const JobOwner who = ownerOf(sleeper);
    const auto pid = pid_t(sleeper.processId());
    QCOMPARE(livenessOf(who), Liveness::Alive);
    ::kill(pid, SIGSTOP);
    QTRY_COMPARE(livenessOf(who), Liveness::Stopped);
    ::kill(pid, SIGKILL);
    QTRY_COMPARE(livenessOf(who), Liveness::Dead); // Also while nobody has waited for it.
    sleeper.waitForFinished();
    QCOMPARE(livenessOf(who), Liveness::Dead);
}

void TurnTest::takesAnotherStartOrBootForDead() {
    JobOwner other = JobOwner::newInThisProcess();
    other.startTime += 1;
    QCOMPARE(livenessOf(other), Liveness::Dead);
    other = JobOwner::newInThisProcess();
    other.bootId = "another";
    QCOMPARE(livenessOf(other), Liveness::Dead);
}

QTEST_GUILESS_MAIN(TurnTest)
#include "turn_test.moc"
