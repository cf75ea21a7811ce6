// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/run_gate.h"

#include <fstream>
#include <limits>
#include <string>
#include <utility>

namespace grindstone::judge {

Bytes availableForRuns() {
    std::ifstream file("/proc/meminfo");
    std::string key;
    std::uint64_t kib = 0;
    while (file >> key >> kib && file.ignore(std::numeric_limits<std::streamsize>::max(), '\n')) {
        if (key == "MemAvailable:") {
            constexpr std::uint64_t Kept = 1 << 20;
            return Bytes::kib(kib > Kept ? kib - Kept : 0);
        }
    }
    return Bytes(0);
}

RunGate::Pass::Pass(Pass&& other) noexcept
    : m_gate(std::exchange(other.m_gate, nullptr)), m_memory(other.m_memory), m_arrivals(other.m_arrivals),
      m_metOthers(other.m_metOthers) {}

RunGate::Pass::~Pass() {
    if (m_gate) {
        m_gate->leave(m_memory);
    }
}

bool RunGate::Pass::overlapped() const {
    const std::lock_guard lock(m_gate->m_mutex);
    return m_metOthers || m_gate->m_arrivals != m_arrivals;
}

RunGate::Pass RunGate::enter(Bytes memory, std::stop_token stop, const WaitSink& waits) {
    std::unique_lock lock(m_mutex);
    const auto isFree = [this] { return !m_alone && m_waitingAlone == 0; };
    const bool lacksMemory = waits && isFree() && !fits(memory);
    if (lacksMemory) {
        lock.unlock();
        waits(true);
        lock.lock();
    }
    const bool open = m_changed.wait(lock, std::move(stop), [&] { return isFree() && fits(memory); });
    Pass pass = open ? admit(memory) : Pass();
    if (lacksMemory) {
        lock.unlock();
        waits(false);
    }
    return pass;
}

RunGate::Pass RunGate::enterAlone(Bytes memory, std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    ++m_waitingAlone;
    const bool open = m_changed.wait(lock, std::move(stop), [&] { return m_running == 0; });
    --m_waitingAlone;
    m_alone = open || m_alone;
    if (!open) {
        m_changed.notify_all();
    }
    return open ? admit(memory) : Pass();
}

bool RunGate::fits(Bytes memory) {
    if (m_running == 0) {
        m_room = m_budget();
        return true;
    }
    return m_reserved + memory <= m_room;
}

RunGate::Pass RunGate::admit(Bytes memory) {
    Pass pass;
    pass.m_gate = this;
    pass.m_memory = memory;
    pass.m_metOthers = m_running > 0;
    pass.m_arrivals = ++m_arrivals;
    ++m_running;
    m_reserved = m_reserved + memory;
    return pass;
}

void RunGate::leave(Bytes memory) {
    const std::lock_guard lock(m_mutex);
    --m_running;
    m_reserved = Bytes(m_reserved.count() - memory.count());
    m_alone = false;
    m_changed.notify_all();
}

} // namespace grindstone::judge
