// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/job_events.h"

#include <utility>

namespace grindstone::cli {

void JobEvents::passProgressTo(judge::ProgressSink sink) {
    const std::scoped_lock lock(m_mutex);
    m_sink = std::move(sink);
}

std::optional<JobEvents::Finished> JobEvents::next(std::chrono::milliseconds longest) {
    std::unique_lock lock(m_mutex);
    if (!m_arrived.wait_for(lock, longest, [this] { return !m_finished.empty(); })) {
        return std::nullopt;
    }
    Finished finished = std::move(m_finished.front());
    m_finished.pop_front();
    return finished;
}

void JobEvents::unlessStarted(core::JobId job, const std::function<void()>& action) {
    const std::scoped_lock lock(m_mutex);
    if (!m_started.contains(job)) {
        action();
    }
}

bool JobEvents::isBusy() const {
    const std::scoped_lock lock(m_mutex);
    return !m_started.empty() || !m_finished.empty();
}

void JobEvents::started(core::JobId job) {
    const std::scoped_lock lock(m_mutex);
    m_started.insert(job);
}

void JobEvents::progressed(core::JobId, const judge::Progress& progress) {
    const std::scoped_lock lock(m_mutex);
    if (m_sink) {
        m_sink(progress);
    }
}

void JobEvents::unwritten(core::JobId job, const Error& error) {
    const std::scoped_lock lock(m_mutex);
    m_unwritten.emplace(job, error);
}

void JobEvents::finished(core::JobId job, const core::SharedReport& report) {
    const std::scoped_lock lock(m_mutex);
    Finished finished{job, report, std::nullopt};
    if (auto node = m_unwritten.extract(job)) {
        finished.unwritten = std::move(node.mapped());
    }
    m_finished.push_back(std::move(finished));
    m_started.erase(job);
    m_arrived.notify_all();
}

} // namespace grindstone::cli
