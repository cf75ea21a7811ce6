// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job_hearing.h"
#include "app/core/store/job_repository.h"
#include "app/core/store/store_thread.h"

#include <deque>
#include <optional>

namespace grindstone::core {

/// The engine's desk: answers whoever calls, also while something is judged, and watches for cancels by others.
class JobEngine::Clerk {
public:
    Clerk(std::filesystem::path database, JobOwner owner, OwnJobs& jobs, Hearing& hearing);

    Result<JobId> submit(const JobOrder& order, KnownProblem problem);
    Result<bool> cancel(JobId job);
    Result<std::optional<JobView>> find(JobId job);
    Result<std::vector<JobView>> list(int most, bool unfinished);
    Result<std::optional<std::string>> report(JobId job);
    Result<std::vector<JobId>> left(Adoption adoption);

    /// Something has begun to run.
    void wake() { m_thread.wake(); }

private:
    struct Goodbye {
        JobId job = 0;
        SharedReport report;
    };

    std::optional<std::chrono::milliseconds> watch(const Store* store, bool changed);
    bool cancelUnwritten(JobId job);
    void stopIfCancelled(const JobRepository& jobs, JobId running);
    void findCancelled(const JobRepository& jobs);
    /// Takes one out of those that wait, of which the listener then hears. False when it isn't there.
    bool dropWaiting(JobId job);
    void tell();

    const JobOwner m_owner;
    OwnJobs& m_jobs;
    Hearing& m_hearing;
    // Of the thread:
    JobId m_watched = 0;
    std::deque<Goodbye> m_goodbyes; ///< cancelled ones of which the listener has not heard yet
    StoreThread m_thread;           ///< last: it uses all of the above
};

} // namespace grindstone::core
