// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job.h"
#include "judge/engine/submission.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>

namespace grindstone::core {

/// The problem, where it was at hand when the job was handed in; else it has to be loaded.
using KnownProblem = std::optional<std::shared_ptr<const judge::Problem>>;

/// What is remembered of a job in memory while it waits: little, since the order is in the database.
struct WaitingJob {
    std::string problemId;
    std::string language;
    judge::Mode mode = judge::Mode::Submit;
    KnownProblem problem;
};

/// A job that could not be written: it is only here.
struct UnwrittenJob {
    JobId id = 0;
    JobOrder order;
    KnownProblem problem;
    Error why;
};

/// What an engine's threads know of its own jobs. Thread-safe.
class OwnJobs {
public:
    /// Has `write` make the job, and remembers it, so that nobody begins it in between.
    template<typename Write> Result<JobId> add(WaitingJob job, Write write) {
        const std::scoped_lock lock(m_mutex);
        const JobId id = TRY(write());
        m_waiting.emplace(id, std::move(job));
        m_news = true;
        m_arrived.notify_all();
        return id;
    }
    /// Its number is negative.
    JobId addUnwritten(UnwrittenJob job);

    /// Takes one out of those that wait; nothing when it isn't there.
    std::optional<WaitingJob> drop(JobId job);
    /// The numbers of those that wait in the database.
    std::vector<JobId> waitingInDatabase() const;
    int waiting() const;

    /// Begins the first of those that could not be written, Run before Submit.
    std::optional<UnwrittenJob> beginUnwritten(std::stop_source stop);
    /// From now on `job` is judged, and stop() ends it. What was remembered of it.
    std::optional<WaitingJob> begin(JobId job, std::stop_source stop);
    void end();
    JobId running() const;
    /// Stops `job`, if it is what runs: true then.
    bool stop(JobId job);

    /// Has waitForNews() return.
    void announce();
    /// Until there is news, or the time is over. True for news.
    bool waitForNews(std::optional<std::chrono::milliseconds> longest);

    /// Stops what runs, and what will be begun.
    void close();
    bool isClosed() const;

private:
    void setRunning(JobId job, std::stop_source stop, std::unique_lock<std::mutex> lock);

    mutable std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::map<JobId, WaitingJob> m_waiting;
    std::deque<UnwrittenJob> m_unwritten;
    JobId m_lastUnwritten = 0;
    JobId m_running = 0;
    std::stop_source m_runningStop{std::nostopstate};
    bool m_news = false;
    bool m_closed = false;
};

} // namespace grindstone::core
