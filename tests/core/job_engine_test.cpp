// SPDX-License-Identifier: GPL-3.0-or-later
// Engines on one database in one process: to each other they are what processes are.
#include "app/core/judging/job_engine.h"
#include "app/core/store/job_repository.h"
#include "app/core/store/statement_runner.h"
#include "tests/core/folder.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <nlohmann/json.hpp>

#include <array>
#include <atomic>
#include <map>
#include <thread>

using namespace grindstone;
using namespace grindstone::core;
using namespace std::chrono_literals;

namespace {

judge::Report reportFor(const judge::JudgeRequest& request, judge::Verdict verdict) {
    judge::Report report;
    report.problemId = request.problemId;
    report.language = request.language;
    report.mode = request.mode;
    report.verdict = verdict;
    return report;
}

/// What the fake judge does is said by the problem's name: "endless…" goes on until it is stopped, "broken…" is the
/// judge's own failure, "throws…" throws, all else is accepted. How many are at work at a time is watched.
class FakeJudge {
public:
    judge::Report operator()(const judge::JudgeRequest& request, const judge::ProgressSink& sink,
                             std::stop_token stop) {
        const int now = ++m_atWork;
        mostAtWork = std::max(mostAtWork.load(), now);
        sink(judge::CompileStarted{});
        judge::Report report = decide(request, stop);
        --m_atWork;
        ++judged;
        return report;
    }

    JudgeFunction function() {
        return [this](const auto& request, const auto& sink, std::stop_token stop) {
            return (*this)(request, sink, std::move(stop));
        };
    }

    std::atomic<int> mostAtWork = 0;
    std::atomic<int> judged = 0;

private:
    judge::Report decide(const judge::JudgeRequest& request, const std::stop_token& stop) const {
        if (request.problemId.starts_with("endless")) {
            while (!stop.stop_requested()) {
                QThread::msleep(1);
            }
            judge::Report report = reportFor(request, judge::Verdict::Accepted);
            report.verdict.reset();
            report.cancelled = true;
            return report;
        }
        if (request.problemId.starts_with("broken")) {
            judge::Report report = reportFor(request, judge::Verdict::JudgeError);
            report.error = Error{"sandbox.failed", "no box"};
            return report;
        }
        return reportFor(request, judge::Verdict::Accepted);
    }

    std::atomic<int> m_atWork = 0;
};

/// Notes what it hears.
class Listener : public EngineListener {
public:
    void started(JobId job) override { note(job, "started"); }
    void progressed(JobId job, const judge::Progress&) override { note(job, "progressed"); }
    void unwritten(JobId job, const Error& error) override { note(job, "unwritten " + error.code); }
    void finished(JobId job, const SharedReport& report) override {
        {
            const std::scoped_lock lock(m_mutex);
            m_order.push_back(job);
        }
        note(job, report->cancelled ? "cancelled" : report->error ? "failed " + report->error->code : "finished");
    }

    std::vector<std::string> of(JobId job) const {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_heard.find(job);
        return found == m_heard.end() ? std::vector<std::string>() : found->second;
    }
    bool hasStarted(JobId job) const { return !of(job).empty(); }
    std::vector<JobId> order() const {
        const std::scoped_lock lock(m_mutex);
        return m_order;
    }

private:
    void note(JobId job, std::string what) {
        const std::scoped_lock lock(m_mutex);
        m_heard[job].push_back(std::move(what));
    }

    mutable std::mutex m_mutex;
    std::map<JobId, std::vector<std::string>> m_heard;
    std::vector<JobId> m_order;
};

using Heard = std::vector<std::string>;

JobOrder order(const std::string& problem, judge::Mode mode = judge::Mode::Submit) {
    JobOrder wanted;
    wanted.problemId = problem;
    wanted.language = "cpp";
    wanted.mode = mode;
    wanted.sources = {{"a.cpp", "int main() {}"}};
    return wanted;
}

Result<std::shared_ptr<const judge::Problem>> anyProblem(const std::string& id) {
    if (id == "unknown") {
        return fail("problem.unknown", id);
    }
    return std::make_shared<const judge::Problem>();
}

} // namespace

class JobEngineTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::Folder> m_folder;
    std::unique_ptr<Store> m_store; ///< the test's own look at the database
    std::unique_ptr<FakeJudge> m_judge;

    std::filesystem::path database() const { return m_folder->path() / "grindstone.sqlite"; }
    EngineSetup setup(Adoption adoption = Adoption::None) const {
        return {database(), anyProblem, m_judge->function(), adoption};
    }
    JobRepository jobs() const { return JobRepository(*m_store); }
    JobState state(JobId job) const { return jobs().find(job).value().value().state; }
    qint64 number(const QString& sql) const { return readNumber(m_store->database(), sql).value_or(-1); }
    qint64 submissions() const { return number(u"SELECT count(*) FROM submissions"_qs); }
    /// A job whose owner has died, begun `attempts` times.
    JobId orphan(const std::string& problem, int attempts = 0) const;

private Q_SLOTS:
    void init();
    void cleanup();
    void judgesAndRecordsASubmission();
    void keepsARunOutOfTheHistory();
    void usesTheProblemThatCameWithTheJob();
    void failsAJobThatCannotBeJudged_data();
    void failsAJobThatCannotBeJudged();
    void judgesRunsFirst();
    void judgesOneAtATimeAmongEngines();
    void cancelsAWaitingAndARunningJob();
    void cancelsAnothersJobs();
    void givesBackWhatItHadWhenItEnds();
    void leavesAbandonedJobsAloneUnlessItAdopts();
    void adoptsInTheQueuesOrder();
    void holdsAJobThatKilledThreeProcesses();
    void takesOverWhatADeadProcessRan();
    void passesOverAnOwnerThatNeverBegins();
    void judgesWhatCannotBeWritten();
    void tellsWhenAnEndCannotBeWritten();
    void answersTheListenerItself();
    void takesOrdersFromManyThreads();
};

void JobEngineTest::init() {
    m_folder = std::make_unique<test::Folder>();
    m_store = Store::open(database()).value();
    m_judge = std::make_unique<FakeJudge>();
}

void JobEngineTest::cleanup() {
    m_store.reset();
    m_judge.reset();
    m_folder.reset();
}

JobId JobEngineTest::orphan(const std::string& problem, int attempts) const {
    const JobId job = jobs().add(order(problem), {"an earlier boot", 1, 1, 1}).value();
    const auto set =
        runStatement(m_store->database(), u"UPDATE jobs SET attempts = ? WHERE id = ?"_qs, {attempts, qint64(job)});
    return set ? job : 0;
}

void JobEngineTest::judgesAndRecordsASubmission() {
    Listener listener;
    JobEngine engine(setup(), listener);
    const JobId job = engine.submit(order("p")).value();
    QTRY_COMPARE(listener.of(job), (Heard{"started", "progressed", "finished"}));
    const JobView view = engine.find(job).value().value();
    QCOMPARE(view.state, JobState::Done);
    QCOMPARE(view.verdict, std::optional(judge::Verdict::Accepted));
    const auto stored = SubmissionRepository(*m_store).find(view.submission.value()).value().value();
    QCOMPARE(stored.problemId, u"p"_qs);
    QCOMPARE(stored.code(), u"int main() {}"_qs);
    const auto report = nlohmann::json::parse(engine.report(job).value().value());
    QCOMPARE(QString::fromStdString(report["schema"]), u"grindstone-report/1"_qs);
    QCOMPARE(QString::fromStdString(report["verdict"]), u"AC"_qs);
    QCOMPARE(engine.list(9, false).value().size(), std::size_t(1));
    QVERIFY(engine.list(9, true).value().empty());
}

void JobEngineTest::keepsARunOutOfTheHistory() {
    Listener listener;
    JobEngine engine(setup(), listener);
    const JobId job = engine.submit(order("p", judge::Mode::Run)).value();
    QTRY_COMPARE(listener.of(job).size(), std::size_t(3));
    QCOMPARE(state(job), JobState::Done);
    QVERIFY(!engine.find(job).value()->submission);
    QCOMPARE(submissions(), 0);
}

void JobEngineTest::usesTheProblemThatCameWithTheJob() {
    Listener listener;
    const auto problem = std::make_shared<const judge::Problem>();
    std::atomic<const judge::Problem*> used = nullptr;
    EngineSetup own = setup();
    own.judge = [&](const judge::JudgeRequest& request, const judge::ProgressSink&, std::stop_token) {
        used = request.problem.get();
        return reportFor(request, judge::Verdict::WrongAnswer);
    };
    JobEngine engine(own, listener);
    const JobId job = engine.submit(order("unknown"), problem).value();
    QTRY_COMPARE(listener.of(job).size(), std::size_t(2));
    QCOMPARE(used.load(), problem.get());
}

void JobEngineTest::failsAJobThatCannotBeJudged_data() {
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such problem") << u"unknown"_qs << u"problem.unknown"_qs;
    QTest::newRow("judge error") << u"broken"_qs << u"sandbox.failed"_qs;
}

void JobEngineTest::failsAJobThatCannotBeJudged() {
    QFETCH(const QString, problem);
    QFETCH(const QString, code);
    Listener listener;
    JobEngine engine(setup(), listener);
    const JobId job = engine.submit(order(problem.toStdString())).value();
    QTRY_VERIFY(!listener.of(job).empty() && listener.of(job).back() == "failed " + code.toStdString());
    const JobView view = engine.find(job).value().value();
    QCOMPARE(view.state, JobState::Failed);
    QCOMPARE(view.error.value().code, code.toStdString());
    QCOMPARE(submissions(), 0);
}

void JobEngineTest::judgesRunsFirst() {
    Listener listener;
    JobEngine engine(setup(), listener);
    const JobId blocker = engine.submit(order("endless")).value();
    QTRY_VERIFY(listener.hasStarted(blocker));
    const JobId first = engine.submit(order("a")).value();
    const JobId second = engine.submit(order("b")).value();
    const JobId run = engine.submit(order("c", judge::Mode::Run)).value();
    QCOMPARE(engine.waiting(), 3);
    QCOMPARE(engine.left(Adoption::None).value(), (std::vector<JobId>{blocker, run, first, second}));
    QCOMPARE(engine.find(run).value()->position, 1);
    QCOMPARE(engine.find(second).value()->position, 3);
    QVERIFY(engine.cancel(blocker).value());
    QTRY_COMPARE(listener.order(), (std::vector<JobId>{blocker, run, first, second}));
    QCOMPARE(engine.waiting(), 0);
}

void JobEngineTest::judgesOneAtATimeAmongEngines() {
    constexpr int Each = 25;
    std::array<Listener, 3> listeners;
    std::vector<std::unique_ptr<JobEngine>> engines;
    for (Listener& listener : listeners) {
        engines.push_back(std::make_unique<JobEngine>(setup(), listener));
    }
    for (int i = 0; i < Each; ++i) {
        for (const auto& engine : engines) {
            QVERIFY(engine->submit(order("p")));
        }
    }
    for (const Listener& listener : listeners) {
        QTRY_COMPARE_WITH_TIMEOUT(listener.order().size(), std::size_t(Each), 30'000);
    }
    QCOMPARE(m_judge->mostAtWork.load(), 1);
    QCOMPARE(submissions(), 3 * Each);
    QCOMPARE(number(u"SELECT count(*) FROM jobs a JOIN jobs b ON a.id < b.id AND a.finished_at > b.finished_at"_qs), 0);
}

void JobEngineTest::cancelsAWaitingAndARunningJob() {
    Listener listener;
    JobEngine engine(setup(), listener);
    const JobId running = engine.submit(order("endless")).value();
    const JobId waiting = engine.submit(order("p")).value();
    QTRY_VERIFY(listener.hasStarted(running));
    QVERIFY(engine.cancel(waiting).value());
    QTRY_COMPARE(listener.of(waiting), Heard{"cancelled"});
    QVERIFY(engine.cancel(running).value());
    QTRY_COMPARE(listener.of(running), (Heard{"started", "progressed", "cancelled"}));
    QCOMPARE(state(running), JobState::Cancelled);
    QCOMPARE(state(waiting), JobState::Cancelled);
    QVERIFY(!engine.cancel(running).value());
    QVERIFY(!engine.cancel(77).value());
    QVERIFY(!engine.cancel(-1).value());
    QCOMPARE(submissions(), 0);
}

void JobEngineTest::cancelsAnothersJobs() {
    Listener listener;
    Listener others;
    JobEngine engine(setup(), listener);
    JobEngine other(setup(), others);
    const JobId running = engine.submit(order("endless")).value();
    const JobId waiting = engine.submit(order("p")).value();
    QTRY_VERIFY(listener.hasStarted(running));
    QVERIFY(other.cancel(waiting).value());
    QVERIFY(other.cancel(running).value());
    QTRY_COMPARE(listener.of(waiting), Heard{"cancelled"});
    QTRY_COMPARE(listener.of(running).back(), std::string("cancelled"));
    QCOMPARE(engine.waiting(), 0);
    QCOMPARE(state(running), JobState::Cancelled);
    QVERIFY(others.order().empty());
}

void JobEngineTest::givesBackWhatItHadWhenItEnds() {
    Listener listener;
    auto engine = std::make_unique<JobEngine>(setup(), listener);
    const JobId running = engine->submit(order("endless")).value();
    const JobId waiting = engine->submit(order("p")).value();
    QTRY_VERIFY(listener.hasStarted(running));
    engine.reset();
    QVERIFY(listener.order().empty());
    const std::vector<QueueEntry> queue = jobs().queue().value();
    QCOMPARE(queue.size(), std::size_t(2));
    QCOMPARE(queue[0].id, running);
    QCOMPARE(queue[1].id, waiting);
    for (const QueueEntry& entry : queue) {
        QCOMPARE(entry.state, JobState::Queued);
        QCOMPARE(entry.attempts, 0);
        QVERIFY(!entry.owner);
    }
}

void JobEngineTest::leavesAbandonedJobsAloneUnlessItAdopts() {
    const JobId abandoned = orphan("a");
    Listener listener;
    JobEngine engine(setup(), listener);
    const JobId own = engine.submit(order("p")).value();
    QTRY_COMPARE(listener.order(), std::vector<JobId>{own});
    QVERIFY(engine.left(Adoption::None).value().empty());
    QCOMPARE(engine.left(Adoption::Waiting).value(), std::vector<JobId>{abandoned});
    QTest::qWait(50);
    QCOMPARE(state(abandoned), JobState::Queued);
    engine.adopt(Adoption::Waiting);
    QTRY_COMPARE(listener.order(), (std::vector<JobId>{own, abandoned}));
    QCOMPARE(submissions(), 2);
}

void JobEngineTest::adoptsInTheQueuesOrder() {
    const std::vector<JobId> abandoned{orphan("a"), orphan("b"), orphan("c")};
    Listener listener;
    const JobEngine engine(setup(Adoption::Waiting), listener);
    QTRY_COMPARE(listener.order(), abandoned);
}

void JobEngineTest::holdsAJobThatKilledThreeProcesses() {
    const JobId poisonous = orphan("a", MostAttempts);
    const JobId harmless = orphan("b", MostAttempts - 1);
    Listener listener;
    JobEngine engine(setup(Adoption::Waiting), listener);
    QTRY_COMPARE(listener.order(), std::vector<JobId>{harmless});
    QVERIFY(engine.find(poisonous).value()->held);
    QVERIFY(engine.list(9, true).value().front().held);
    QCOMPARE(state(poisonous), JobState::Queued);
    engine.adopt(Adoption::Everything);
    QTRY_COMPARE(listener.order(), (std::vector<JobId>{harmless, poisonous}));
}

void JobEngineTest::takesOverWhatADeadProcessRan() {
    const JobId job = orphan("a");
    QVERIFY(runStatement(m_store->database(), u"UPDATE jobs SET state = 'running', attempts = 1"_qs));
    Listener listener;
    const JobEngine engine(setup(Adoption::Waiting), listener);
    QTRY_COMPARE(listener.order(), std::vector<JobId>{job});
    QCOMPARE(jobs().find(job).value()->attempts, 2);
    QCOMPARE(submissions(), 1);
}

void JobEngineTest::passesOverAnOwnerThatNeverBegins() {
    const JobId stuck = jobs().add(order("a"), JobOwner::newInThisProcess()).value();
    Listener listener;
    EngineSetup impatient = setup(Adoption::Everything);
    impatient.patience = 300ms;
    JobEngine engine(impatient, listener);
    const JobId own = engine.submit(order("p")).value();
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE(listener.order(), std::vector<JobId>{own});
    QVERIFY(timer.elapsed() >= 300);
    QCOMPARE(state(stuck), JobState::Queued);
}

void JobEngineTest::judgesWhatCannotBeWritten() {
    Listener listener;
    EngineSetup nowhere = setup();
    nowhere.database = m_folder->path() / "absent" / "grindstone.sqlite";
    JobEngine engine(nowhere, listener);
    const Error why = engine.submit(order("p")).error();
    QCOMPARE(why.code, std::string("store.unwritable"));
    const JobId endless = engine.submitUnwritten(order("endless"), std::nullopt, why);
    QTRY_VERIFY(listener.hasStarted(endless));
    const JobId dropped = engine.submitUnwritten(order("a"), std::nullopt, why);
    const JobId submit = engine.submitUnwritten(order("b"), std::nullopt, why);
    const JobId run = engine.submitUnwritten(order("c", judge::Mode::Run), std::nullopt, why);
    QVERIFY(endless < 0 && dropped < 0 && submit < 0 && run < 0);
    QVERIFY(engine.cancel(dropped).value());
    QTRY_COMPARE(listener.of(dropped), Heard{"cancelled"});
    QVERIFY(engine.cancel(endless).value());
    QTRY_COMPARE(listener.order(), (std::vector<JobId>{dropped, endless, run, submit}));
    QCOMPARE(listener.of(run), (Heard{"started", "progressed", "unwritten store.unwritable", "finished"}));
}

void JobEngineTest::tellsWhenAnEndCannotBeWritten() {
    Listener listener;
    JobEngine engine(setup(), listener);
    QVERIFY(runStatement(m_store->database(), u"CREATE TRIGGER full BEFORE INSERT ON submissions "
                                              "BEGIN SELECT RAISE(ABORT, 'no room'); END"_qs));
    const JobId job = engine.submit(order("p")).value();
    QTRY_COMPARE(listener.of(job), (Heard{"started", "progressed", "unwritten store.failed", "finished"}));
    QCOMPARE(state(job), JobState::Running); // Not done before it is in the history.
    QVERIFY(runStatement(m_store->database(), u"DROP TRIGGER full"_qs));
    QTRY_COMPARE(state(job), JobState::Done);
    QCOMPARE(submissions(), 1);
    QCOMPARE(m_judge->judged.load(), 1);
    QCOMPARE(listener.order(), std::vector<JobId>{job});
}

/// A listener that asks the engine about what it hears.
class AskingListener : public Listener {
public:
    void finished(JobId job, const SharedReport& report) override {
        const auto view = engine.load()->find(job);
        known += view && *view ? 1 : 0;
        Listener::finished(job, report);
    }
    std::atomic<JobEngine*> engine = nullptr;
    std::atomic<int> known = 0;
};

void JobEngineTest::answersTheListenerItself() {
    AskingListener listener;
    JobEngine engine(setup(), listener);
    listener.engine = &engine;
    const JobId running = engine.submit(order("endless")).value();
    for (int i = 0; i < 20; ++i) {
        QVERIFY(engine.cancel(engine.submit(order("p")).value()).value());
    }
    QVERIFY(engine.cancel(running).value());
    QTRY_COMPARE(listener.order().size(), std::size_t(21));
    QCOMPARE(listener.known.load(), 21);
}

void JobEngineTest::takesOrdersFromManyThreads() {
    constexpr int Callers = 4;
    constexpr int Each = 40;
    Listener listener;
    JobEngine engine(setup(), listener);
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> callers;
        for (int caller = 0; caller < Callers; ++caller) {
            callers.emplace_back([&] {
                for (int i = 0; i < Each; ++i) {
                    const Result<JobId> job = engine.submit(order("p"));
                    const bool fine =
                        job && engine.find(*job) && engine.list(5, true) && (i % 4 || engine.cancel(*job));
                    failures += fine ? 0 : 1;
                }
            });
        }
    }
    QCOMPARE(failures.load(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(listener.order().size(), std::size_t(Callers * Each), 30'000);
    QCOMPARE(number(u"SELECT count(*) FROM jobs WHERE state IN ('queued', 'running')"_qs), 0);
    QCOMPARE(number(u"SELECT count(*) FROM jobs WHERE state = 'done'"_qs), submissions());
}

QTEST_GUILESS_MAIN(JobEngineTest)
#include "job_engine_test.moc"
