// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/judging/judge_service.h"

#include "app/core/store/job_repository.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>

using namespace grindstone;
using core::JobId;
using core::SharedReport;

namespace {

judge::JudgeRequest request(const std::string& problem, judge::Mode mode = judge::Mode::Submit) {
    judge::JudgeRequest wanted;
    wanted.problemId = problem;
    wanted.language = "cpp";
    wanted.mode = mode;
    return wanted;
}

judge::Report accepted(const judge::JudgeRequest& request) {
    judge::Report report;
    report.problemId = request.problemId;
    report.verdict = judge::Verdict::Accepted;
    return report;
}

/// A judge that says Accepted at once.
judge::Report judgeAtOnce(const judge::JudgeRequest& request, const judge::ProgressSink&, std::stop_token) {
    return accepted(request);
}

/// A judge that runs until it is stopped.
judge::Report judgeForever(const judge::JudgeRequest& request, const judge::ProgressSink& sink, std::stop_token stop) {
    sink(judge::CompileStarted{});
    while (!stop.stop_requested()) {
        QThread::msleep(1);
    }
    judge::Report report;
    report.problemId = request.problemId;
    report.cancelled = true;
    return report;
}

/// Judges floods of `count` progress values.
core::JudgeFunction flood(std::size_t count) {
    return [count](const judge::JudgeRequest& request, const judge::ProgressSink& sink, std::stop_token) {
        for (std::size_t i = 0; i < count; ++i) {
            sink(judge::CaseStarted{i});
        }
        return accepted(request);
    };
}

/// A service with a database of its own.
class JudgeService : private QTemporaryDir, public core::JudgeService {
public:
    explicit JudgeService(core::JudgeFunction judge)
        : core::JudgeService({QTemporaryDir::filePath(u"grindstone.sqlite"_qs).toStdString(), {}, std::move(judge)}) {}
};

/// Problem ids in the order in which their reports arrived.
class Finished {
public:
    explicit Finished(JudgeService& service) {
        QObject::connect(&service, &JudgeService::finished, &m_context, [this](JobId, const SharedReport& report) {
            problems << QString::fromStdString(report->problemId);
            reports.push_back(report);
        });
    }
    QStringList problems;
    std::vector<SharedReport> reports;

private:
    QObject m_context;
};

} // namespace

class JudgeServiceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reportsAJobFromStartToFinish();
    void deliversSignalsInTheOwnersThread();
    void judgesInAThreadOfItsOwn();
    void judgesRunsBeforeSubmits();
    void keepsTheOrderOfAProgressFlood();
    void keepsTheEventLoopResponsiveUnderAFlood();
    void keepsTheOrderWhenASlotRunsAnEventLoop();
    void stopsTheRunningJob();
    void dropsAWaitingJobAndSaysSo();
    void ignoresUnknownJobs();
    void reportsAThrowingJudgeAsJudgeError();
    void joinsQuicklyWhenDestroyed();
    void dropsRunsAndKeepsSubmitsWhenDestroyed();
    void survivesDestructionUnderLoad();
    void maySafelyBeDeletedFromASlot();
    void takesRequestsFromSeveralThreads();
};

void JudgeServiceTest::reportsAJobFromStartToFinish() {
    JudgeService service(flood(2));
    QStringList events;
    connect(&service, &JudgeService::started, this, [&](JobId job) { events << u"started %1"_qs.arg(job); });
    connect(&service, &JudgeService::progressed, this, [&](JobId job, const judge::Progress& progress) {
        events << u"case %1 of %2"_qs.arg(std::get<judge::CaseStarted>(progress).index).arg(job);
    });
    connect(&service, &JudgeService::finished, this, [&](JobId job, const SharedReport& report) {
        events << u"finished %1 %2"_qs.arg(job).arg(QString::fromStdString(report->problemId));
    });
    const JobId job = service.submit(request("p"));
    QCOMPARE(job, JobId(1));
    const QStringList expected{u"started 1"_qs, u"case 0 of 1"_qs, u"case 1 of 1"_qs, u"finished 1 p"_qs};
    QTRY_COMPARE(events, expected);
}

void JudgeServiceTest::deliversSignalsInTheOwnersThread() {
    JudgeService service(flood(10));
    std::atomic<int> elsewhere = 0;
    std::atomic<int> here = 0;
    const auto count = [&] { (QThread::currentThread() == service.thread() ? here : elsewhere)++; };
    QObject context;
    connect(&service, &JudgeService::started, &context, count, Qt::DirectConnection);
    connect(&service, &JudgeService::progressed, &context, count, Qt::DirectConnection);
    connect(&service, &JudgeService::finished, &context, count, Qt::DirectConnection);
    service.submit(request("p"));
    QTRY_COMPARE(here.load(), 12);
    QCOMPARE(elsewhere.load(), 0);
}

void JudgeServiceTest::judgesInAThreadOfItsOwn() {
    std::atomic<QThread*> where = nullptr;
    JudgeService service([&](const judge::JudgeRequest& wanted, const judge::ProgressSink&, std::stop_token) {
        where = QThread::currentThread();
        return accepted(wanted);
    });
    QSignalSpy finished(&service, &JudgeService::finished);
    service.submit(request("p"));
    QVERIFY(finished.wait());
    QVERIFY(where.load() != nullptr);
    QVERIFY(where.load() != QThread::currentThread());
}

void JudgeServiceTest::judgesRunsBeforeSubmits() {
    std::latch allQueued(1);
    JudgeService service([&](const judge::JudgeRequest& wanted, const judge::ProgressSink&, std::stop_token) {
        allQueued.wait();
        return accepted(wanted);
    });
    Finished finished(service);
    QSignalSpy started(&service, &JudgeService::started);
    service.submit(request("first"));
    QVERIFY(started.wait());
    service.submit(request("submit 1"));
    service.submit(request("submit 2"));
    service.submit(request("run 1", judge::Mode::Run));
    service.submit(request("run 2", judge::Mode::Run));
    QCOMPARE(service.waiting(), 4);
    allQueued.count_down();
    const QStringList expected{u"first"_qs, u"run 1"_qs, u"run 2"_qs, u"submit 1"_qs, u"submit 2"_qs};
    QTRY_COMPARE(finished.problems, expected);
    QCOMPARE(service.waiting(), 0);
}

void JudgeServiceTest::keepsTheOrderOfAProgressFlood() {
    constexpr std::size_t Count = 50'000;
    JudgeService service(flood(Count));
    std::size_t next = 0;
    bool ordered = true;
    connect(&service, &JudgeService::progressed, this, [&](JobId, const judge::Progress& progress) {
        ordered = ordered && std::get<judge::CaseStarted>(progress).index == next;
        ++next;
    });
    Finished finished(service);
    std::size_t deliveredBefore = 0;
    connect(&service, &JudgeService::finished, this, [&] { deliveredBefore = next; });
    service.submit(request("p"));
    QTRY_COMPARE_WITH_TIMEOUT(finished.problems.size(), 1, 30'000);
    QVERIFY(ordered);
    QCOMPARE(deliveredBefore, Count);
}

void JudgeServiceTest::keepsTheEventLoopResponsiveUnderAFlood() {
    JudgeService service(flood(300));
    // A slot that takes 1 ms each time: delivered in one go, the flood would block for 300 ms.
    connect(&service, &JudgeService::progressed, this, [] { QThread::msleep(1); });
    QSignalSpy finished(&service, &JudgeService::finished);
    QTimer ticker;
    int ticks = 0;
    connect(&ticker, &QTimer::timeout, this, [&] { ++ticks; });
    ticker.start(5);
    service.submit(request("p"));
    QVERIFY(finished.wait(30'000));
    QVERIFY2(ticks >= 8, qPrintable(QString::number(ticks)));
}

void JudgeServiceTest::keepsTheOrderWhenASlotRunsAnEventLoop() {
    JudgeService service(flood(20));
    std::vector<std::size_t> order;
    bool nested = false;
    connect(&service, &JudgeService::progressed, this, [&](JobId, const judge::Progress& progress) {
        order.push_back(std::get<judge::CaseStarted>(progress).index);
        if (!std::exchange(nested, true)) {
            QTest::qWait(50);
        }
    });
    QSignalSpy finished(&service, &JudgeService::finished);
    service.submit(request("p"));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(order.size(), std::size_t(20));
    QVERIFY(std::ranges::is_sorted(order));
}

void JudgeServiceTest::stopsTheRunningJob() {
    JudgeService service(judgeForever);
    Finished finished(service);
    QSignalSpy progressed(&service, &JudgeService::progressed);
    const JobId job = service.submit(request("endless"));
    QVERIFY(progressed.wait());
    service.cancel(job);
    QTRY_COMPARE(finished.problems, QStringList{u"endless"_qs});
    QVERIFY(finished.reports.front()->cancelled);
    service.cancel(service.submit(request("next")));
    QTRY_COMPARE(finished.problems.size(), 2);
}

void JudgeServiceTest::dropsAWaitingJobAndSaysSo() {
    JudgeService service(judgeForever);
    Finished finished(service);
    QSignalSpy started(&service, &JudgeService::started);
    const JobId running = service.submit(request("running"));
    QVERIFY(started.wait());
    const JobId waiting = service.submit(request("waiting"));
    service.cancel(waiting);
    QCOMPARE(service.waiting(), 0);
    QVERIFY2(finished.problems.isEmpty(), "cancel() must not emit");
    QTRY_COMPARE(finished.problems, QStringList{u"waiting"_qs});
    QVERIFY(finished.reports.front()->cancelled);
    QCOMPARE(finished.reports.front()->language, std::string("cpp"));
    service.cancel(running);
    QTRY_COMPARE(finished.problems.size(), 2);
    QCOMPARE(started.size(), 1);
}

void JudgeServiceTest::ignoresUnknownJobs() {
    JudgeService service(judgeAtOnce);
    Finished finished(service);
    service.cancel(0);
    service.cancel(77);
    const JobId job = service.submit(request("p"));
    QTRY_COMPARE(finished.problems.size(), 1);
    service.cancel(job);
    QTest::qWait(20);
    QCOMPARE(finished.problems.size(), 1);
}

void JudgeServiceTest::reportsAThrowingJudgeAsJudgeError() {
    JudgeService service([](const judge::JudgeRequest&, const judge::ProgressSink&, std::stop_token) -> judge::Report {
        throw std::runtime_error("out of luck");
    });
    Finished finished(service);
    service.submit(request("p"));
    QTRY_COMPARE(finished.problems, QStringList{u"p"_qs});
    QCOMPARE(*finished.reports.front()->verdict, judge::Verdict::JudgeError);
    QCOMPARE(finished.reports.front()->error->code, std::string("judge.failed"));
    QCOMPARE(finished.reports.front()->error->detail, std::string("out of luck"));
}

void JudgeServiceTest::joinsQuicklyWhenDestroyed() {
    auto service = std::make_unique<JudgeService>(judgeForever);
    QSignalSpy started(service.get(), &JudgeService::started);
    for (int i = 0; i < 100; ++i) {
        service->submit(request("endless"));
    }
    QVERIFY(started.wait());
    QElapsedTimer timer;
    timer.start();
    service.reset();
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
}

void JudgeServiceTest::dropsRunsAndKeepsSubmitsWhenDestroyed() {
    const QTemporaryDir folder;
    const std::filesystem::path database = folder.filePath(u"grindstone.sqlite"_qs).toStdString();
    auto service = std::make_unique<core::JudgeService>(core::EngineSetup{database, {}, judgeForever});
    QSignalSpy started(service.get(), &core::JudgeService::started);
    const JobId running = service->submit(request("p", judge::Mode::Run));
    QVERIFY(started.wait());
    const JobId waiting = service->submit(request("p", judge::Mode::Run));
    const JobId kept = service->submit(request("p"));
    service.reset();
    const auto store = core::Store::open(database).value();
    const auto stateOf = [&](JobId job) { return core::JobRepository(*store).find(job).value().value().state; };
    QCOMPARE(stateOf(running), core::JobState::Cancelled);
    QCOMPARE(stateOf(waiting), core::JobState::Cancelled);
    QCOMPARE(stateOf(kept), core::JobState::Queued);
}

void JudgeServiceTest::survivesDestructionUnderLoad() {
    for (int round = 0; round < 50; ++round) {
        int after = 0;
        bool alive = true;
        {
            JudgeService service(flood(500));
            connect(&service, &JudgeService::progressed, this, [&] { after += alive ? 0 : 1; });
            for (int i = 0; i < 20; ++i) {
                service.submit(request("p", i % 2 == 0 ? judge::Mode::Run : judge::Mode::Submit));
            }
            QTest::qWait(round % 5);
            alive = false;
        }
        QCoreApplication::processEvents();
        QCOMPARE(after, 0);
    }
}

void JudgeServiceTest::maySafelyBeDeletedFromASlot() {
    auto* service = new JudgeService(flood(100));
    int delivered = 0;
    connect(service, &JudgeService::progressed, this, [&] {
        if (++delivered == 3) {
            delete std::exchange(service, nullptr);
        }
    });
    service->submit(request("p"));
    QTRY_VERIFY(service == nullptr);
    QTest::qWait(20);
    QCOMPARE(delivered, 3);
}

void JudgeServiceTest::takesRequestsFromSeveralThreads() {
    JudgeService service(judgeAtOnce);
    Finished finished(service);
    {
        std::vector<std::jthread> callers;
        for (int caller = 0; caller < 4; ++caller) {
            callers.emplace_back([&] {
                for (int i = 0; i < 100; ++i) {
                    const JobId job = service.submit(request("p"));
                    if (i % 3 == 0) {
                        service.cancel(job);
                    }
                }
            });
        }
    }
    QTRY_COMPARE(finished.problems.size(), 400);
}

QTEST_GUILESS_MAIN(JudgeServiceTest)
#include "judge_service_test.moc"
