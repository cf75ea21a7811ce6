// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/box_slot.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace grindstone::judge {

/// Threads with a box slot each, which take tasks in the order in which they were posted. Tasks that wait when the pool
/// ends are never run.
class WorkerPool {
public:
    using Task = std::function<void(BoxSlot&)>;

    /// `workers` is at least 1; `boxes` outlives the pool.
    WorkerPool(sandbox::BoxSource& boxes, unsigned workers);
    ~WorkerPool();

    /// Thread-safe. Tasks don't throw.
    void post(Task task);

private:
    void work(sandbox::BoxSource& boxes, std::stop_token stop);

    std::mutex m_mutex;
    std::condition_variable_any m_posted;
    std::deque<Task> m_tasks;
    std::vector<std::jthread> m_threads; ///< last, so that they end before what they use
};

} // namespace grindstone::judge
