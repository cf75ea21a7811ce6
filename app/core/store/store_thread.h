// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/change_watch.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <thread>

namespace grindstone::core {

/// A thread with a connection of its own, which does what any other thread asks it to, in the order of the calls. The
/// database is opened with the first call, and again with the next one while that fails. What it writes is on the disk
/// when the call returns, whatever becomes of the machine.
class StoreThread {
public:
    /// Called between calls, with null while nothing is open, and whether other connections have changed something:
    /// how long until it is called again; nothing means not before the next call or wake().
    using Between = std::function<std::optional<std::chrono::milliseconds>(const Store*, bool changed)>;

    StoreThread(std::filesystem::path database, Between between);
    ~StoreThread();

    /// Calls `work` with the store and returns its Result, or why there is no store. Blocks; also from the thread
    /// itself.
    template<typename Work> auto call(Work work) {
        using Answer = std::invoke_result_t<Work, const Store&>;
        return callAnyway([this, &work]() -> Answer {
            if (const Result<void> open = ensureOpen(); !open) {
                return fail(open.error());
            }
            return work(*m_store);
        });
    }

    /// The same for work that needs no store.
    template<typename Work> auto callAnyway(Work work) {
        using Answer = std::invoke_result_t<Work>;
        if (m_id.load() == std::this_thread::get_id()) {
            return work();
        }
        std::promise<Answer> promise;
        std::future<Answer> future = promise.get_future();
        post([&] {
            try {
                promise.set_value(work());
            } catch (...) { // Out of memory, say: the caller's to know.
                promise.set_exception(std::current_exception());
            }
        });
        return future.get();
    }

    /// Has `between` called soon.
    void wake();

private:
    void post(std::function<void()> call);
    Result<void> ensureOpen();
    void work(const std::stop_token& stop);
    /// The next call; nothing when it is time for something else.
    std::function<void()> next(const std::stop_token& stop, std::optional<std::chrono::milliseconds> pause);

    const std::filesystem::path m_database;
    const Between m_between;
    std::unique_ptr<Store> m_store; ///< of the thread
    std::optional<ChangeWatch> m_changes;
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<std::function<void()>> m_calls;
    bool m_woken = false;
    std::atomic<std::thread::id> m_id;
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace grindstone::core
