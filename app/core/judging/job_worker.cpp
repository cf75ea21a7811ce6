// SPDX-License-Identifier: GPL-3.0-or-later
// The thread sleeps until it has something to wait for. Then it looks at the queue, without any lock, whenever the
// database has changed, and now and then in any case, since a process that dies changes nothing. Only when it seems to
// be its turn does it ask again within a transaction, which is what decides.
#include "app/core/judging/job_worker.h"

#include "app/core/judging/job_end.h"

#include <algorithm>
#include <exception>

namespace grindstone::core {

using namespace std::chrono_literals;

namespace {

constexpr auto Glance = 10ms;        ///< between looks for changes while something of ours waits
constexpr auto RareGlance = 1000ms;  ///< while only others' jobs may be abandoned
constexpr auto LongestTrust = 200ms; ///< in a queue that nobody changed

/// Ends that cannot be written are kept in memory, but not without bound.
constexpr std::size_t MostUnsettled = 16;

/// A report that memory doesn't suffice for must not be the end of the program.
JobEnd toEndOrFailure(const JobOrder& order, const judge::Report& report) {
    try {
        return toEnd(order, report);
    } catch (const std::exception& exception) {
        return {JobState::Failed, judge::Verdict::JudgeError, Error{"judge.failed", exception.what()}, {}, {}};
    }
}

} // namespace

JobEngine::Worker::Worker(EngineSetup setup, JobOwner owner, OwnJobs& jobs, Clerk& clerk, Hearing& hearing)
    : m_setup(std::move(setup)), m_owner(std::move(owner)), m_jobs(jobs), m_clerk(clerk), m_hearing(hearing),
      m_adoption(m_setup.adoption), m_thread([this] { work(); }) {}

JobEngine::Worker::~Worker() {
    m_jobs.close();
}

void JobEngine::Worker::adopt(Adoption adoption) {
    m_adoption = adoption;
    m_jobs.announce();
}

void JobEngine::Worker::work() {
    while (!m_jobs.isClosed()) {
        if (!judgeUnwritten() && !judgeNext()) {
            m_news = m_jobs.waitForNews(pause()) || m_news;
        }
    }
    giveBack();
    m_changes.reset();
    m_store.reset();
}

std::optional<std::chrono::milliseconds> JobEngine::Worker::pause() const {
    if (m_jobs.waiting() > 0) {
        return Glance;
    }
    const bool looksNowAndThen = m_adoption != Adoption::None || !m_unsettled.empty();
    return looksNowAndThen ? std::optional<std::chrono::milliseconds>(RareGlance) : std::nullopt;
}

/// Not before there is something to do: a command that judges nothing needs no second connection. What the clerk
/// could write this thread can read, so a failure is a moment's.
void JobEngine::Worker::ensureOpen() {
    if (m_store || (m_jobs.waiting() == 0 && m_adoption == Adoption::None)) {
        return;
    }
    if (Result<std::unique_ptr<Store>> opened = Store::open(m_setup.database)) {
        m_store = std::move(*opened);
        m_changes.emplace(*m_store);
    }
}

bool JobEngine::Worker::judgeUnwritten() {
    const std::stop_source stop;
    const std::optional<UnwrittenJob> job = m_jobs.beginUnwritten(stop);
    if (!job) {
        return false;
    }
    m_hearing.started(job->id);
    const auto report =
        std::make_shared<const judge::Report>(judge(job->order, job->id, job->problem, stop.get_token()));
    m_jobs.end();
    if (!m_jobs.isClosed()) {
        m_hearing.unwritten(job->id, job->why);
        m_hearing.finished(job->id, report);
    }
    return true;
}

bool JobEngine::Worker::isTimeToLook() {
    const bool changed = m_changes->hasChanged();
    const bool news = std::exchange(m_news, false);
    const auto trust = m_jobs.waiting() > 0 ? LongestTrust : RareGlance;
    if (!changed && !news && Clock::now() - m_lastLook < trust) {
        return false;
    }
    m_lastLook = Clock::now();
    return true;
}

Turn JobEngine::Worker::ask(const std::vector<QueueEntry>& queue) const {
    return nextTurn(queue, {m_owner, m_adoption, m_passedOver, livenessOf});
}

bool JobEngine::Worker::judgeNext() {
    ensureOpen();
    if (!m_store || !isTimeToLook()) {
        return false;
    }
    settleTheRest();
    JobRepository jobs(*m_store);
    const Result<std::vector<QueueEntry>> queue = jobs.queue();
    if (!queue) {
        return false;
    }
    const Turn turn = ask(*queue);
    bePatient(*queue, turn);
    if (!turn.job && turn.abandoned.empty()) {
        return false;
    }
    Result<std::optional<BegunJob>> begun = jobs.take(m_owner, [this](const auto& now) { return ask(now); });
    if (!begun || !*begun) {
        return false;
    }
    judgeBegun(std::move(**begun));
    m_news = true;
    return true;
}

/// Whoever is alive and could begin, but doesn't, must not hold up the others for ever.
void JobEngine::Worker::bePatient(const std::vector<QueueEntry>& queue, const Turn& turn) {
    std::erase_if(m_passedOver,
                  [&](JobId job) { return std::ranges::find(queue, job, &QueueEntry::id) == queue.end(); });
    const bool couldBegin = turn.waitingFor && queue.front().state == JobState::Queued;
    const JobId front = couldBegin ? *turn.waitingFor : 0;
    if (front != m_front) {
        m_front = front;
        m_frontSince = Clock::now();
    } else if (front != 0 && Clock::now() - m_frontSince > m_setup.patience) {
        m_passedOver.insert(front);
        m_news = true;
    }
}

void JobEngine::Worker::judgeBegun(BegunJob begun) {
    const std::stop_source stop;
    const std::optional<WaitingJob> waiting = m_jobs.begin(begun.id, stop);
    m_clerk.wake();
    m_hearing.started(begun.id);
    const KnownProblem known = waiting ? waiting->problem : std::nullopt;
    const auto report =
        std::make_shared<const judge::Report>(begun.unreadable ? failedReport(begun.order, *begun.unreadable)
                                                               : judge(begun.order, begun.id, known, stop.get_token()));
    m_jobs.end();
    if (report->cancelled && m_jobs.isClosed()) {
        return; // The engine goes, and the job stays: giveBack() sees to that.
    }
    settle(begun.id, begun.order, *report);
    m_hearing.finished(begun.id, report);
}

judge::Report JobEngine::Worker::judge(const JobOrder& order, JobId job, const KnownProblem& known,
                                       std::stop_token stop) {
    try {
        Result<std::shared_ptr<const judge::Problem>> problem =
            known ? Result<std::shared_ptr<const judge::Problem>>(*known) : m_setup.problems(order.problemId);
        if (!problem) {
            return failedReport(order, problem.error());
        }
        const auto sink = [this, job](const judge::Progress& progress) { m_hearing.progressed(job, progress); };
        return m_setup.judge(toRequest(order, std::move(*problem)), sink, std::move(stop));
    } catch (const std::exception& exception) {
        // Out of memory, say: that must not take the program and what is typed in it along.
        return failedReport(order, {"judge.failed", exception.what()});
    }
}

void JobEngine::Worker::settle(JobId job, const JobOrder& order, const judge::Report& report) {
    JobEnd end = toEndOrFailure(order, report);
    const Result<bool> written = JobRepository(*m_store).finish(job, m_owner, end);
    if (written) {
        return;
    }
    m_hearing.unwritten(job, written.error());
    if (m_unsettled.size() < MostUnsettled) {
        m_unsettled.push_back({job, std::move(end)});
    }
}

void JobEngine::Worker::settleTheRest() {
    JobRepository jobs(*m_store);
    std::erase_if(m_unsettled,
                  [&](const Unsettled& one) { return jobs.finish(one.job, m_owner, one.end).has_value(); });
}

void JobEngine::Worker::giveBack() {
    if (!m_store && m_jobs.waiting() > 0) {
        ensureOpen();
    }
    if (m_store) {
        settleTheRest();
        // Where that cannot be written, this process's end says the same.
        [[maybe_unused]] const Result<void> released = JobRepository(*m_store).release(m_owner);
    }
}

} // namespace grindstone::core
