// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/store_thread.h"

#include "app/core/store/statement_runner.h"

#include <utility>

namespace grindstone::core {

StoreThread::StoreThread(std::filesystem::path database, Between between)
    : m_database(std::move(database)), m_between(std::move(between)),
      m_thread([this](const std::stop_token& stop) { work(stop); }) {}

StoreThread::~StoreThread() = default;

void StoreThread::wake() {
    const std::scoped_lock lock(m_mutex);
    m_woken = true;
    m_arrived.notify_one();
}

void StoreThread::post(std::function<void()> call) {
    const std::scoped_lock lock(m_mutex);
    m_calls.push_back(std::move(call));
    m_arrived.notify_one();
}

Result<void> StoreThread::ensureOpen() {
    if (!m_store) {
        std::unique_ptr<Store> store = TRY(Store::open(m_database));
        // Whoever hands something in is told that it is on the disk: not only for a crash of the program.
        TRY(runStatement(store->database(), QStringLiteral("PRAGMA synchronous = FULL")));
        m_store = std::move(store);
        m_changes.emplace(*m_store);
    }
    return {};
}

std::function<void()> StoreThread::next(const std::stop_token& stop, std::optional<std::chrono::milliseconds> pause) {
    std::unique_lock lock(m_mutex);
    const auto arrived = [this] { return !m_calls.empty() || m_woken; };
    if (pause) {
        m_arrived.wait_for(lock, stop, *pause, arrived);
    } else {
        m_arrived.wait(lock, stop, arrived);
    }
    m_woken = false;
    if (m_calls.empty()) {
        return {};
    }
    std::function<void()> call = std::move(m_calls.front());
    m_calls.pop_front();
    return call;
}

void StoreThread::work(const std::stop_token& stop) {
    m_id = std::this_thread::get_id();
    std::optional<std::chrono::milliseconds> pause;
    while (!stop.stop_requested()) {
        if (const std::function<void()> call = next(stop, pause)) {
            call();
        }
        pause = m_between(m_store.get(), m_changes && m_changes->hasChanged());
    }
    m_changes.reset();
    m_store.reset();
}

} // namespace grindstone::core
