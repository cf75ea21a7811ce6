// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/job_repository.h"
#include "app/core/store/statement_runner.h"
#include "tests/core/folder.h"

#include <QTest>

using namespace grindstone;
using namespace grindstone::core;

namespace {

const JobOwner Me{"boot", 10, 100, 1};
const JobOwner Other{"boot", 11, 100, 1};

JobOrder order(const std::string& problem, judge::Mode mode = judge::Mode::Submit) {
    JobOrder wanted;
    wanted.problemId = problem;
    wanted.language = "cpp";
    wanted.mode = mode;
    wanted.sources = {{"a.cpp", "int main() {}"}};
    return wanted;
}

StoredSubmission someSubmission() {
    StoredSubmission submission;
    submission.problemId = u"p"_qs;
    submission.language = u"cpp"_qs;
    submission.verdict = u"AC"_qs;
    submission.cases = {{u"1"_qs, u"AC"_qs, 1, 2, 3, QString()}};
    return submission;
}

JobEnd accepted(std::string report = "{}") {
    return {JobState::Done, judge::Verdict::Accepted, {}, std::move(report), someSubmission()};
}

/// Takes the front, whoever's it is.
Turn takeFirst(const std::vector<QueueEntry>& queue) {
    Turn turn;
    if (!queue.empty() && queue.front().state == JobState::Queued) {
        turn.job = queue.front().id;
    }
    return turn;
}

/// Puts back whatever runs.
Turn abandonAll(const std::vector<QueueEntry>& queue) {
    Turn turn;
    for (const QueueEntry& entry : queue) {
        if (entry.state == JobState::Running) {
            turn.abandoned.push_back(entry.id);
        }
    }
    return turn;
}

} // namespace

class JobRepositoryTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::Folder> m_folder;
    std::unique_ptr<Store> m_store;

    JobRepository jobs() const { return JobRepository(*m_store); }
    JobView view(JobId id) const { return jobs().find(id).value().value(); }
    qint64 number(const QString& sql) const { return readNumber(m_store->database(), sql).value_or(-1); }

private Q_SLOTS:
    void init();
    void cleanup();
    void bringsAnOrderBackAsItWas();
    void refusesAnOrderThatIsTooLarge();
    void putsRunsBeforeSubmits();
    void neverUsesANumberTwice();
    void endsAJobAndWritesTheHistoryAtOnce();
    void endsAJobOnlyForItsOwner();
    void putsBackWhatWasAbandoned();
    void cancelsWhatWaits();
    void asksForTheEndOfWhatRuns();
    void endsWhatWasAbandonedAfterACancel();
    void releasesAllOfAnOwnerAndNothingElse();
    void beginsAJobWhoseOrderIsDamaged_data();
    void beginsAJobWhoseOrderIsDamaged();
    void listsTheNewestFirst();
    void keepsTheNewestReports();
    void keepsReportsWithinTheirBytes();
    void dropsSourcesThatNobodyNeeds();
};

void JobRepositoryTest::init() {
    m_folder = std::make_unique<test::Folder>();
    m_store = Store::open(m_folder->path() / "grindstone.sqlite").value();
}

void JobRepositoryTest::cleanup() {
    m_store.reset();
    m_folder.reset();
}

void JobRepositoryTest::bringsAnOrderBackAsItWas() {
    JobOrder wanted = order("starter/süß", judge::Mode::Run);
    wanted.allCases = true;
    const std::string anyBytes("\xEF\xBB\xBF\0\xFF\r\n'); DROP TABLE jobs; --", 30);
    wanted.sources = {{"ä b.cpp", anyBytes}, {"", ""}};
    wanted.customCases = {{anyBytes, std::nullopt}, {"", ""}};
    const JobId id = jobs().add(wanted, Me).value();
    const BegunJob begun = jobs().take(Me, takeFirst).value().value();
    QCOMPARE(begun.id, id);
    QVERIFY(!begun.unreadable);
    QCOMPARE(begun.order.problemId, wanted.problemId);
    QCOMPARE(begun.order.language, wanted.language);
    QCOMPARE(begun.order.mode, judge::Mode::Run);
    QVERIFY(begun.order.allCases);
    QCOMPARE(begun.order.sources.size(), std::size_t(2));
    QCOMPARE(begun.order.sources[0].name, wanted.sources[0].name);
    QCOMPARE(begun.order.sources[0].content, anyBytes);
    QCOMPARE(begun.order.customCases.size(), std::size_t(2));
    QCOMPARE(begun.order.customCases[0].input, anyBytes);
    QVERIFY(!begun.order.customCases[0].answer);
    QCOMPARE(begun.order.customCases[1].answer, std::optional<std::string>(""));
}

void JobRepositoryTest::refusesAnOrderThatIsTooLarge() {
    JobOrder wanted = order("p", judge::Mode::Run);
    wanted.customCases = {{std::string(JobRepository::LargestOrder, 'x'), std::nullopt}};
    const Result<JobId> added = jobs().add(wanted, Me);
    QVERIFY(!added);
    QCOMPARE(added.error().code, std::string("store.too-large"));
}

void JobRepositoryTest::putsRunsBeforeSubmits() {
    const JobId first = jobs().add(order("a"), Me).value();
    const JobId second = jobs().add(order("b"), Other).value();
    const JobId run = jobs().add(order("c", judge::Mode::Run), Me).value();
    std::vector<JobId> ids;
    const std::vector<QueueEntry> queue = jobs().queue().value();
    for (const QueueEntry& entry : queue) {
        ids.push_back(entry.id);
    }
    QCOMPARE(ids, (std::vector<JobId>{run, first, second}));
    QCOMPARE(view(run).position, 0);
    QCOMPARE(view(first).position, 1);
    QCOMPARE(view(second).position, 2);
    QCOMPARE(jobs().take(Me, takeFirst).value().value().id, run);
    QCOMPARE(jobs().queue().value()[0].id, run);
    QCOMPARE(view(run).position, 0);
    QCOMPARE(view(second).position, 2);
    QVERIFY(jobs().queue().value().front().owner == Me);
}

void JobRepositoryTest::neverUsesANumberTwice() {
    const JobId first = jobs().add(order("a"), Me).value();
    QVERIFY(runStatement(m_store->database(), u"DELETE FROM jobs"_qs));
    QVERIFY(jobs().add(order("a"), Me).value() > first);
}

void JobRepositoryTest::endsAJobAndWritesTheHistoryAtOnce() {
    const JobId id = jobs().add(order("p"), Me).value();
    QVERIFY(jobs().take(Me, takeFirst).value());
    QVERIFY(!jobs().report(id).value());
    QVERIFY(jobs().finish(id, Me, accepted("{\"verdict\":\"AC\"}")).value());
    const JobView done = view(id);
    QCOMPARE(done.state, JobState::Done);
    QCOMPARE(done.verdict, std::optional(judge::Verdict::Accepted));
    QCOMPARE(done.attempts, 1);
    QVERIFY(done.startedAt && done.finishedAt && *done.startedAt <= *done.finishedAt);
    QVERIFY(done.submission);
    QCOMPARE(SubmissionRepository(*m_store).find(*done.submission).value()->cases.size(), std::size_t(1));
    QCOMPARE(jobs().report(id).value(), std::optional<std::string>("{\"verdict\":\"AC\"}"));
    QVERIFY(jobs().queue().value().empty());
}

void JobRepositoryTest::endsAJobOnlyForItsOwner() {
    const JobId id = jobs().add(order("p"), Me).value();
    QVERIFY(!jobs().finish(id, Me, accepted()).value()); // Not begun yet.
    QVERIFY(jobs().take(Me, takeFirst).value());
    QVERIFY(!jobs().finish(id, Other, accepted()).value());
    QCOMPARE(view(id).state, JobState::Running);
    QCOMPARE(number(u"SELECT count(*) FROM submissions"_qs), 0);
    QVERIFY(jobs().finish(id, Me, accepted()).value());
    QVERIFY(!jobs().finish(id, Me, accepted()).value());
    QCOMPARE(number(u"SELECT count(*) FROM submissions"_qs), 1);
}

void JobRepositoryTest::putsBackWhatWasAbandoned() {
    const JobId id = jobs().add(order("p"), Me).value();
    QVERIFY(jobs().take(Me, takeFirst).value());
    QVERIFY(!jobs().take(Other, abandonAll).value());
    QCOMPARE(view(id).state, JobState::Queued);
    QCOMPARE(view(id).attempts, 1);
    QVERIFY(!jobs().queue().value().front().owner);
    QVERIFY(!jobs().finish(id, Me, accepted()).value());
    QCOMPARE(jobs().take(Other, takeFirst).value().value().order.sources.front().content, std::string("int main() {}"));
    QCOMPARE(view(id).attempts, 2);
}

void JobRepositoryTest::cancelsWhatWaits() {
    const JobId id = jobs().add(order("p"), Me).value();
    QCOMPARE(jobs().cancel(id).value(), std::optional(JobState::Queued));
    QCOMPARE(view(id).state, JobState::Cancelled);
    QVERIFY(view(id).finishedAt);
    QVERIFY(!jobs().cancel(id).value());
    QVERIFY(!jobs().cancel(77).value());
    QVERIFY(jobs().queue().value().empty());
}

void JobRepositoryTest::asksForTheEndOfWhatRuns() {
    const JobId id = jobs().add(order("p"), Me).value();
    QVERIFY(jobs().take(Me, takeFirst).value());
    QVERIFY(!jobs().isCancelRequested(id).value());
    QCOMPARE(jobs().cancel(id).value(), std::optional(JobState::Running));
    QCOMPARE(view(id).state, JobState::Running);
    QVERIFY(jobs().isCancelRequested(id).value());
}

void JobRepositoryTest::endsWhatWasAbandonedAfterACancel() {
    const JobId id = jobs().add(order("p"), Me).value();
    QVERIFY(jobs().take(Me, takeFirst).value());
    QVERIFY(jobs().cancel(id));
    QVERIFY(!jobs().take(Other, abandonAll).value());
    QCOMPARE(view(id).state, JobState::Cancelled);
}

void JobRepositoryTest::releasesAllOfAnOwnerAndNothingElse() {
    const JobId running = jobs().add(order("a"), Me).value();
    const JobId waiting = jobs().add(order("b"), Me).value();
    const JobId foreign = jobs().add(order("c"), Other).value();
    QCOMPARE(jobs().take(Me, takeFirst).value()->id, running);
    QVERIFY(jobs().release(Me));
    const std::vector<QueueEntry> queue = jobs().queue().value();
    QCOMPARE(queue.size(), std::size_t(3));
    QCOMPARE(queue[0].id, running);
    QCOMPARE(queue[0].attempts, 0);
    QCOMPARE(queue[0].state, JobState::Queued);
    QVERIFY(!queue[0].owner);
    QCOMPARE(queue[1].id, waiting);
    QVERIFY(!queue[1].owner);
    QCOMPARE(queue[2].id, foreign);
    QVERIFY(queue[2].owner == Other);
    QVERIFY(jobs().take(Me, takeFirst).value());
    QVERIFY(jobs().cancel(running));
    QVERIFY(jobs().release(Me));
    QCOMPARE(view(running).state, JobState::Cancelled);
}

void JobRepositoryTest::beginsAJobWhoseOrderIsDamaged_data() {
    QTest::addColumn<QByteArray>("work");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no CBOR") << QByteArray("\xFF\xFFnonsense");
    QTest::newRow("cut off") << QByteArray::fromHex("a2657361756365");
    QTest::newRow("a number") << QByteArray::fromHex("01");
    QTest::newRow("no cases") << QByteArray::fromHex("a167736f757263657380");
    QTest::newRow("a source without content") << QByteArray::fromHex("a265636173657380"
                                                                     "67736f75726365738161"
                                                                     "61");
    QTest::newRow("a length that lies") << QByteArray::fromHex("5b7fffffffffffffff");
}

void JobRepositoryTest::beginsAJobWhoseOrderIsDamaged() {
    QFETCH(const QByteArray, work);
    const JobId id = jobs().add(order("p"), Me).value();
    QVERIFY(runStatement(m_store->database(), u"UPDATE jobs SET work = ?"_qs, {work}));
    const BegunJob begun = jobs().take(Me, takeFirst).value().value();
    QCOMPARE(begun.id, id);
    QVERIFY(begun.unreadable);
    QCOMPARE(begun.unreadable->code, std::string("store.damaged"));
}

void JobRepositoryTest::listsTheNewestFirst() {
    for (int i = 0; i < 5; ++i) {
        QVERIFY(jobs().add(order(std::to_string(i)), Me));
    }
    QVERIFY(jobs().cancel(3));
    const std::vector<JobView> newest = jobs().list(2, false).value();
    QCOMPARE(newest.size(), std::size_t(2));
    QCOMPARE(newest[0].problemId, std::string("4"));
    QCOMPARE(newest[0].position, 3);
    QCOMPARE(newest[1].position, 2);
    QCOMPARE(jobs().list(9, false).value().size(), std::size_t(5));
    QCOMPARE(jobs().list(9, true).value().size(), std::size_t(4));
}

void JobRepositoryTest::keepsTheNewestReports() {
    constexpr int Kept = 1000;
    for (int i = 0; i < Kept + 2; ++i) {
        const JobId id = jobs().add(order("p"), Me).value();
        QVERIFY(jobs().take(Me, takeFirst).value());
        QVERIFY(jobs().finish(id, Me, accepted()).value());
    }
    QCOMPARE(number(u"SELECT count(*) FROM jobs"_qs), Kept + 2);
    QCOMPARE(number(u"SELECT count(*) FROM jobs WHERE report IS NOT NULL"_qs), Kept);
    QVERIFY(!jobs().report(2).value());
    QVERIFY(jobs().report(3).value());
}

void JobRepositoryTest::keepsReportsWithinTheirBytes() {
    const std::string large(30 << 20, ' ');
    for (int i = 0; i < 3; ++i) {
        const JobId id = jobs().add(order("p"), Me).value();
        QVERIFY(jobs().take(Me, takeFirst).value());
        QVERIFY(jobs().finish(id, Me, accepted(large)).value());
    }
    QVERIFY(!jobs().report(1).value());
    QVERIFY(jobs().report(2).value());
    QVERIFY(jobs().report(3).value());
}

void JobRepositoryTest::dropsSourcesThatNobodyNeeds() {
    const auto finished = [this](const JobEnd& end) {
        const JobId id = jobs().add(order("p"), Me).value();
        return jobs().take(Me, takeFirst).value() && jobs().finish(id, Me, end).value();
    };
    QVERIFY(finished(accepted()));
    QVERIFY(jobs().cancel(jobs().add(order("p"), Me).value()).value());
    QCOMPARE(number(u"SELECT count(*) FROM jobs WHERE work IS NOT NULL"_qs), 0);
    QVERIFY(finished({JobState::Failed, judge::Verdict::JudgeError, Error{"judge.failed", "no"}, "{}", {}}));
    QCOMPARE(number(u"SELECT count(*) FROM jobs WHERE work IS NOT NULL"_qs), 1); // It is in no history.
    QCOMPARE(view(3).error, std::optional(Error{"judge.failed", "no"}));
}

QTEST_GUILESS_MAIN(JobRepositoryTest)
#include "job_repository_test.moc"
