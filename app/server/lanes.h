// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace grindstone::server {

/// Which threads answer a request. Each lane has its own, so that what looks something up never waits behind what
/// writes to the disk, nor behind what takes seconds.
enum class Lane {
    Look,    ///< microseconds to a few milliseconds
    Write,   ///< waits for the disk
    Library, ///< reads packs: milliseconds, sometimes more
    Slow,    ///< seconds
};

/// A task gets a token that asks it to hurry up and end.
using Task = std::function<void(std::stop_token)>;

/// Threads that work tasks off, first come, first served in each lane.
class Lanes {
public:
    Lanes();
    /// As finish().
    ~Lanes();
    Lanes(const Lanes&) = delete;
    Lanes& operator=(const Lanes&) = delete;

    /// False, and the task is gone, once finish() has begun.
    bool add(Lane lane, Task task);
    /// From now on every task's stop is requested.
    void requestStop();
    /// Works off what waits, with a stop requested, and joins.
    void finish();

private:
    struct Queue {
        std::mutex mutex;
        std::condition_variable_any arrived;
        std::deque<Task> tasks;
        bool closed = false;
    };
    void work(Queue& queue);
    void start(Lane lane, int threads);

    std::array<Queue, 4> m_queues;
    std::stop_source m_stop;
    std::vector<std::jthread> m_threads;
};

} // namespace grindstone::server
