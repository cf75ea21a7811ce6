// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job_engine.h"

#include <mutex>

namespace grindstone::core {

/// Passes events on to the listener, one call at a time. Thread-safe.
class JobEngine::Hearing {
public:
    explicit Hearing(EngineListener& listener) : m_listener(listener) {}

    void started(JobId job) {
        const std::scoped_lock lock(m_mutex);
        m_listener.started(job);
    }
    void progressed(JobId job, const judge::Progress& progress) {
        const std::scoped_lock lock(m_mutex);
        m_listener.progressed(job, progress);
    }
    void unwritten(JobId job, const Error& error) {
        const std::scoped_lock lock(m_mutex);
        m_listener.unwritten(job, error);
    }
    void finished(JobId job, const SharedReport& report) {
        const std::scoped_lock lock(m_mutex);
        m_listener.finished(job, report);
    }
    /// False, and nothing told, while the listener hears something else: it may be asking the very thread that calls.
    bool tryFinished(JobId job, const SharedReport& report) {
        const std::unique_lock lock(m_mutex, std::try_to_lock);
        if (lock) {
            m_listener.finished(job, report);
        }
        return lock.owns_lock();
    }

private:
    std::mutex m_mutex;
    EngineListener& m_listener;
};

} // namespace grindstone::core
