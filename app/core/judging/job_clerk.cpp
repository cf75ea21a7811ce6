// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/judging/job_clerk.h"

#include <algorithm>
#include <unordered_set>

namespace grindstone::core {

namespace {

/// How often it is looked whether somebody has cancelled one of our jobs.
constexpr std::chrono::milliseconds Glance{20};

SharedReport cancelledReport(const WaitingJob& job) {
    judge::Report report;
    report.problemId = job.problemId;
    report.language = job.language;
    report.mode = job.mode;
    report.cancelled = true;
    return std::make_shared<const judge::Report>(std::move(report));
}

/// Whether they are held takes a look at the queue, and is asked of few.
Result<void> markHeld(const JobRepository& jobs, std::vector<JobView*> views) {
    std::erase_if(views,
                  [](const JobView* view) { return view->state != JobState::Queued || view->attempts < MostAttempts; });
    if (views.empty()) {
        return {};
    }
    const std::vector<QueueEntry> queue = TRY(jobs.queue());
    for (JobView* view : views) {
        const auto entry = std::ranges::find(queue, view->id, &QueueEntry::id);
        view->held = entry != queue.end() && isHeld(*entry);
    }
    return {};
}

Result<bool> isCancelled(const Store& store, JobId job) {
    const std::optional<JobView> view = TRY(JobRepository(store).find(job));
    return view && view->state == JobState::Cancelled;
}

} // namespace

JobEngine::Clerk::Clerk(std::filesystem::path database, JobOwner owner, OwnJobs& jobs, Hearing& hearing)
    : m_owner(std::move(owner)), m_jobs(jobs), m_hearing(hearing),
      m_thread(std::move(database), [this](const Store* store, bool changed) { return watch(store, changed); }) {}

Result<JobId> JobEngine::Clerk::submit(const JobOrder& order, KnownProblem problem) {
    return m_thread.call([&](const Store& store) {
        WaitingJob waiting{order.problemId, order.language, order.mode, std::move(problem)};
        return m_jobs.add(std::move(waiting), [&] { return JobRepository(store).add(order, m_owner); });
    });
}

Result<bool> JobEngine::Clerk::cancel(JobId job) {
    if (job <= 0) {
        return m_thread.callAnyway([&] { return cancelUnwritten(job); });
    }
    return m_thread.call([&](const Store& store) -> Result<bool> {
        const bool stopped = m_jobs.stop(job); // Also where the database is full.
        const std::optional<JobState> was = TRY(JobRepository(store).cancel(job));
        m_jobs.stop(job); // It may have begun in between.
        if (was != JobState::Running) {
            dropWaiting(job); // One that runs, but is still among those that wait, begins this moment, and ends itself.
        }
        return was || (stopped && TRY(isCancelled(store, job))); // Its end may be written already.
    });
}

bool JobEngine::Clerk::cancelUnwritten(JobId job) {
    if (dropWaiting(job)) {
        return true;
    }
    return m_jobs.stop(job);
}

Result<std::optional<JobView>> JobEngine::Clerk::find(JobId job) {
    return m_thread.call([job](const Store& store) -> Result<std::optional<JobView>> {
        const JobRepository jobs(store);
        std::optional<JobView> view = TRY(jobs.find(job));
        if (view) {
            TRY(markHeld(jobs, {&*view}));
        }
        return view;
    });
}

Result<std::vector<JobView>> JobEngine::Clerk::list(int most, bool unfinished) {
    return m_thread.call([most, unfinished](const Store& store) -> Result<std::vector<JobView>> {
        const JobRepository jobs(store);
        std::vector<JobView> views = TRY(jobs.list(most, unfinished));
        std::vector<JobView*> each;
        for (JobView& view : views) {
            each.push_back(&view);
        }
        TRY(markHeld(jobs, std::move(each)));
        return views;
    });
}

Result<std::optional<std::string>> JobEngine::Clerk::report(JobId job) {
    return m_thread.call([job](const Store& store) { return JobRepository(store).report(job); });
}

Result<std::vector<JobId>> JobEngine::Clerk::left(Adoption adoption) {
    return m_thread.call([this, adoption](const Store& store) -> Result<std::vector<JobId>> {
        std::vector<JobId> jobs;
        const std::vector<QueueEntry> queue = TRY(JobRepository(store).queue());
        for (const QueueEntry& entry : queue) {
            if (entry.owner == m_owner || isAdoptable(entry, {m_owner, adoption, {}, livenessOf})) {
                jobs.push_back(entry.id);
            }
        }
        return jobs;
    });
}

std::optional<std::chrono::milliseconds> JobEngine::Clerk::watch(const Store* store, bool changed) {
    const JobId running = m_jobs.running();
    if (store != nullptr) {
        const JobRepository jobs(*store);
        if (running > 0 && (changed || running != m_watched)) {
            stopIfCancelled(jobs, running);
        }
        if (changed) {
            findCancelled(jobs);
        }
        m_watched = running;
    }
    tell();
    const bool quiet = running == 0 && m_jobs.waiting() == 0 && m_goodbyes.empty();
    return quiet ? std::nullopt : std::optional(Glance);
}

void JobEngine::Clerk::stopIfCancelled(const JobRepository& jobs, JobId running) {
    if (jobs.isCancelRequested(running).value_or(false)) {
        m_jobs.stop(running);
    }
}

/// What waited here and is no longer in the queue was cancelled by another process: whoever begins it here takes it
/// out of those that wait while it is in the queue.
void JobEngine::Clerk::findCancelled(const JobRepository& jobs) {
    const std::vector<JobId> waiting = m_jobs.waitingInDatabase();
    if (waiting.empty()) {
        return;
    }
    const Result<std::vector<QueueEntry>> queue = jobs.queue();
    if (!queue) {
        return;
    }
    std::unordered_set<JobId> there;
    for (const QueueEntry& entry : *queue) {
        there.insert(entry.id);
    }
    for (const JobId job : waiting) {
        if (!there.contains(job)) {
            dropWaiting(job);
        }
    }
}

bool JobEngine::Clerk::dropWaiting(JobId job) {
    const std::optional<WaitingJob> dropped = m_jobs.drop(job);
    if (dropped) {
        m_goodbyes.push_back({job, cancelledReport(*dropped)});
    }
    return dropped.has_value();
}

void JobEngine::Clerk::tell() {
    while (!m_goodbyes.empty()) {
        const Goodbye goodbye = m_goodbyes.front();
        m_goodbyes.pop_front(); // The listener may have more of them made.
        if (!m_hearing.tryFinished(goodbye.job, goodbye.report)) {
            m_goodbyes.push_front(goodbye);
            return;
        }
    }
}

} // namespace grindstone::core
