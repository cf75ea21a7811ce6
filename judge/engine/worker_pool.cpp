// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/worker_pool.h"

namespace grindstone::judge {

WorkerPool::WorkerPool(sandbox::BoxSource& boxes, unsigned workers) {
    for (unsigned i = 0; i < workers; ++i) {
        m_threads.emplace_back([this, &boxes](std::stop_token stop) { work(boxes, std::move(stop)); });
    }
}

WorkerPool::~WorkerPool() {
    for (std::jthread& thread : m_threads) {
        thread.request_stop();
    }
}

void WorkerPool::post(Task task) {
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_posted.notify_one();
}

void WorkerPool::work(sandbox::BoxSource& boxes, std::stop_token stop) {
    BoxSlot slot(boxes);
    while (true) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            if (!m_posted.wait(lock, stop, [this] { return !m_tasks.empty(); }) || stop.stop_requested()) {
                return;
            }
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task(slot);
    }
}

} // namespace grindstone::judge
