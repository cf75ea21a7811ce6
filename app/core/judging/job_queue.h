// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/judge_service.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace grindstone::core {

/// What a worker takes from the queue; `stop` ends this job alone.
struct Job {
    JobId id = 0;
    judge::JudgeRequest request;
    std::stop_source stop;
};

/// Jobs that wait and the one that runs: all Runs come before all Submits, otherwise first come, first served.
/// Thread-safe.
class JobQueue {
public:
    JobId add(judge::JudgeRequest request);
    /// Waits for a job and makes it the running one; nothing once `stop` is requested.
    std::optional<Job> take(std::stop_token stop);
    /// Tells the queue that the job taken last has ended.
    void finish();
    /// Takes a waiting job out and returns it; stops it when it is the running one.
    std::optional<Job> cancel(JobId job);
    /// Drops what waits and stops what runs.
    void clear();
    int waiting() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<Job> m_runs;
    std::deque<Job> m_submits;
    JobId m_last = 0;
    JobId m_running = 0;
    std::stop_source m_runningStop;
};

} // namespace grindstone::core
