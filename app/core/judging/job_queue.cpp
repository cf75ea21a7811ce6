// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/judging/job_queue.h"

#include <algorithm>

namespace grindstone::core {

JobId JobQueue::add(judge::JudgeRequest request) {
    const std::scoped_lock lock(m_mutex);
    std::deque<Job>& queue = request.mode == judge::Mode::Run ? m_runs : m_submits;
    queue.push_back({++m_last, std::move(request), {}});
    m_arrived.notify_one();
    return m_last;
}

std::optional<Job> JobQueue::take(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    if (!m_arrived.wait(lock, stop, [this] { return !m_runs.empty() || !m_submits.empty(); }) ||
        stop.stop_requested()) {
        return std::nullopt;
    }
    std::deque<Job>& queue = m_runs.empty() ? m_submits : m_runs;
    Job job = std::move(queue.front());
    queue.pop_front();
    m_running = job.id;
    m_runningStop = job.stop;
    return job;
}

void JobQueue::finish() {
    const std::scoped_lock lock(m_mutex);
    m_running = 0;
}

std::optional<Job> JobQueue::cancel(JobId job) {
    std::unique_lock lock(m_mutex);
    if (job != 0 && job == m_running) {
        // Stop callbacks run within request_stop(), and they may be slow: not under the lock.
        std::stop_source running = m_runningStop;
        lock.unlock();
        running.request_stop();
        return std::nullopt;
    }
    for (std::deque<Job>* queue : {&m_runs, &m_submits}) {
        if (const auto found = std::ranges::find(*queue, job, &Job::id); found != queue->end()) {
            Job dropped = std::move(*found);
            queue->erase(found);
            return dropped;
        }
    }
    return std::nullopt;
}

void JobQueue::clear() {
    std::stop_source running(std::nostopstate);
    {
        const std::scoped_lock lock(m_mutex);
        m_runs.clear();
        m_submits.clear();
        if (m_running != 0) {
            running = m_runningStop;
        }
    }
    running.request_stop();
}

int JobQueue::waiting() const {
    const std::scoped_lock lock(m_mutex);
    return int(m_runs.size() + m_submits.size());
}

} // namespace grindstone::core
