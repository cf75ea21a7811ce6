// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job_clerk.h"
#include "app/core/store/change_watch.h"
#include "app/core/store/job_repository.h"

#include <atomic>
#include <thread>

namespace grindstone::core {

/// The thread that waits for its turn, judges, and writes down how that ended.
class JobEngine::Worker {
public:
    Worker(EngineSetup setup, JobOwner owner, OwnJobs& jobs, Clerk& clerk, Hearing& hearing);
    /// Gives back what is not done.
    ~Worker();

    void adopt(Adoption adoption);

private:
    using Clock = std::chrono::steady_clock;

    /// An end that could not be written yet.
    struct Unsettled {
        JobId job = 0;
        JobEnd end;
    };

    void work();
    void ensureOpen();
    bool judgeUnwritten();
    bool judgeNext();
    bool isTimeToLook();
    Turn ask(const std::vector<QueueEntry>& queue) const;
    void bePatient(const std::vector<QueueEntry>& queue, const Turn& turn);
    void judgeBegun(BegunJob begun);
    judge::Report judge(const JobOrder& order, JobId job, const KnownProblem& known, std::stop_token stop);
    void settle(JobId job, const JobOrder& order, const judge::Report& report);
    void settleTheRest();
    void giveBack();
    std::optional<std::chrono::milliseconds> pause() const;

    const EngineSetup m_setup;
    const JobOwner m_owner;
    OwnJobs& m_jobs;
    Clerk& m_clerk;
    Hearing& m_hearing;
    std::atomic<Adoption> m_adoption;
    // Of the thread:
    std::unique_ptr<Store> m_store;
    std::optional<ChangeWatch> m_changes;
    bool m_news = true;
    Clock::time_point m_lastLook;
    JobId m_front = 0; ///< the waiting job of another that we wait for
    Clock::time_point m_frontSince;
    std::set<JobId> m_passedOver;
    std::vector<Unsettled> m_unsettled;
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace grindstone::core
