// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/lanes.h"

namespace grindstone::server {

Lanes::Lanes() {
    start(Lane::Look, 2);
    start(Lane::Write, 1);
    start(Lane::Library, 1);
    start(Lane::Slow, 1);
}

Lanes::~Lanes() {
    finish();
}

void Lanes::finish() {
    requestStop();
    for (Queue& queue : m_queues) {
        const std::lock_guard lock(queue.mutex);
        queue.closed = true;
        queue.arrived.notify_all();
    }
    m_threads.clear();
}

void Lanes::start(Lane lane, int threads) {
    for (int i = 0; i < threads; ++i) {
        m_threads.emplace_back([this, lane] { work(m_queues[static_cast<std::size_t>(lane)]); });
    }
}

bool Lanes::add(Lane lane, Task task) {
    Queue& queue = m_queues[static_cast<std::size_t>(lane)];
    const std::lock_guard lock(queue.mutex);
    if (queue.closed) {
        return false;
    }
    queue.tasks.push_back(std::move(task));
    queue.arrived.notify_one();
    return true;
}

void Lanes::requestStop() {
    m_stop.request_stop();
}

void Lanes::work(Queue& queue) {
    while (true) {
        Task task;
        {
            std::unique_lock lock(queue.mutex);
            queue.arrived.wait(lock, [&] { return queue.closed || !queue.tasks.empty(); });
            if (queue.tasks.empty()) {
                return;
            }
            task = std::move(queue.tasks.front());
            queue.tasks.pop_front();
        }
        task(m_stop.get_token());
    }
}

} // namespace grindstone::server
