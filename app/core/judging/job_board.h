// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job.h"
#include "judge/engine/judge.h"

#include <memory>

namespace grindstone::core {

using SharedReport = std::shared_ptr<const judge::Report>;

/// Hears what becomes of this process's jobs, from the thread that judges, one call at a time, in order: started,
/// progressed …, finished. A job that is cancelled while it waits has no started(). Must return soon.
class JobListener {
public:
    virtual ~JobListener() = default;
    virtual void started(JobId job) = 0;
    virtual void progressed(JobId job, const judge::Progress& progress) = 0;
    /// `report` is never null; a cancelled one says so itself.
    virtual void finished(JobId job, const SharedReport& report) = 0;
};

/// The queue as those see it who hand in work and ask what became of it: the HTTP service, the command line, the
/// window. Thread-safe. All failures are "store.…".
class JobBoard {
public:
    virtual ~JobBoard() = default;

    /// Accepts a job: when this returns, it is on the disk. Does not look into the order: what is wrong with it
    /// (an unknown problem, say) is its fate.
    virtual Result<JobId> submit(const JobOrder& order) = 0;
    /// Takes effect within 100 ms, also for another process's job. False where there is nothing to cancel any more, or
    /// no such job.
    virtual Result<bool> cancel(JobId job) = 0;
    virtual Result<std::optional<JobView>> find(JobId job) = 0;
    /// The newest first, at most `most`; only those that are queued or running with `unfinished`.
    virtual Result<std::vector<JobView>> list(int most, bool unfinished) = 0;
    /// A finished job's report as JSON ("grindstone-report/1", texts cut as usual); nothing while it isn't finished,
    /// and when it is so old that its report was dropped.
    virtual Result<std::optional<std::string>> report(JobId job) = 0;
};

} // namespace grindstone::core
