// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job_engine.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <set>

namespace grindstone::cli {

/// Hears what becomes of the jobs that are judged here, for the command's own thread to wait for. Thread-safe.
class JobEvents : public core::EngineListener {
public:
    struct Finished {
        core::JobId job = 0;
        core::SharedReport report;
        std::optional<Error> unwritten; ///< why its end is not in the database
    };

    /// Progress of whatever is judged goes there, one call at a time; nowhere when it is empty.
    void passProgressTo(judge::ProgressSink sink);
    /// The next job that has finished; nothing when none has within that time.
    std::optional<Finished> next(std::chrono::milliseconds longest);
    /// Calls `action` unless the job has begun; no progress is passed on meanwhile.
    void unlessStarted(core::JobId job, const std::function<void()>& action);
    bool isBusy() const;

    void started(core::JobId job) override;
    void progressed(core::JobId job, const judge::Progress& progress) override;
    void unwritten(core::JobId job, const Error& error) override;
    void finished(core::JobId job, const core::SharedReport& report) override;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_arrived;
    judge::ProgressSink m_sink;
    std::set<core::JobId> m_started; ///< and not finished
    std::map<core::JobId, Error> m_unwritten;
    std::deque<Finished> m_finished;
};

} // namespace grindstone::cli
