// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/judging/own_jobs.h"

#include <algorithm>
#include <utility>

namespace grindstone::core {

JobId OwnJobs::addUnwritten(UnwrittenJob job) {
    const std::scoped_lock lock(m_mutex);
    job.id = --m_lastUnwritten;
    const auto mode = [](const UnwrittenJob& one) { return one.order.mode; };
    const auto after = job.order.mode == judge::Mode::Run ? std::ranges::find(m_unwritten, judge::Mode::Submit, mode)
                                                          : m_unwritten.end();
    m_unwritten.insert(after, std::move(job));
    m_news = true;
    m_arrived.notify_all();
    return m_lastUnwritten;
}

std::optional<WaitingJob> OwnJobs::drop(JobId job) {
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_waiting.find(job); found != m_waiting.end()) {
        WaitingJob dropped = std::move(found->second);
        m_waiting.erase(found);
        return dropped;
    }
    const auto found = std::ranges::find(m_unwritten, job, &UnwrittenJob::id);
    if (found == m_unwritten.end()) {
        return std::nullopt;
    }
    WaitingJob dropped{found->order.problemId, found->order.language, found->order.mode, {}};
    m_unwritten.erase(found);
    return dropped;
}

std::vector<JobId> OwnJobs::waitingInDatabase() const {
    const std::scoped_lock lock(m_mutex);
    std::vector<JobId> jobs;
    jobs.reserve(m_waiting.size());
    for (const auto& [id, job] : m_waiting) {
        jobs.push_back(id);
    }
    return jobs;
}

int OwnJobs::waiting() const {
    const std::scoped_lock lock(m_mutex);
    return int(m_waiting.size() + m_unwritten.size());
}

std::optional<UnwrittenJob> OwnJobs::beginUnwritten(std::stop_source stop) {
    std::unique_lock lock(m_mutex);
    if (m_unwritten.empty()) {
        return std::nullopt;
    }
    UnwrittenJob job = std::move(m_unwritten.front());
    m_unwritten.pop_front();
    setRunning(job.id, std::move(stop), std::move(lock));
    return job;
}

std::optional<WaitingJob> OwnJobs::begin(JobId job, std::stop_source stop) {
    std::unique_lock lock(m_mutex);
    std::optional<WaitingJob> known;
    if (auto node = m_waiting.extract(job)) {
        known = std::move(node.mapped());
    }
    setRunning(job, std::move(stop), std::move(lock));
    return known;
}

void OwnJobs::setRunning(JobId job, std::stop_source stop, std::unique_lock<std::mutex> lock) {
    m_running = job;
    m_runningStop = stop;
    if (m_closed) {
        lock.unlock();
        stop.request_stop();
    }
}

void OwnJobs::end() {
    const std::scoped_lock lock(m_mutex);
    m_running = 0;
    m_runningStop = std::stop_source(std::nostopstate);
}

JobId OwnJobs::running() const {
    const std::scoped_lock lock(m_mutex);
    return m_running;
}

bool OwnJobs::stop(JobId job) {
    std::stop_source running(std::nostopstate);
    {
        const std::scoped_lock lock(m_mutex);
        if (job != 0 && job == m_running) {
            running = m_runningStop;
        }
    }
    running.request_stop(); // Calls back, and may be slow: not under the lock.
    return running.stop_possible();
}

void OwnJobs::announce() {
    const std::scoped_lock lock(m_mutex);
    m_news = true;
    m_arrived.notify_all();
}

bool OwnJobs::waitForNews(std::optional<std::chrono::milliseconds> longest) {
    std::unique_lock lock(m_mutex);
    const auto arrived = [this] { return m_news || m_closed; };
    if (longest) {
        m_arrived.wait_for(lock, *longest, arrived);
    } else {
        m_arrived.wait(lock, arrived);
    }
    return std::exchange(m_news, false);
}

void OwnJobs::close() {
    std::stop_source running(std::nostopstate);
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        running = m_runningStop;
        m_arrived.notify_all();
    }
    running.request_stop();
}

bool OwnJobs::isClosed() const {
    const std::scoped_lock lock(m_mutex);
    return m_closed;
}

} // namespace grindstone::core
