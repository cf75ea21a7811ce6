// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <vector>

namespace grindstone::judge {

/// Numbers of CPUs for joined runs at the same time, each a different one. Another judge's begin elsewhere, mostly.
/// Thread-safe.
class CpuSeats {
public:
    /// One run's number, for as long as it lives.
    class Seat {
    public:
        explicit Seat(CpuSeats& seats) : m_seats(seats), m_index(seats.take()) {}
        ~Seat() { m_seats.giveBack(m_index); }
        Seat(const Seat&) = delete;
        Seat& operator=(const Seat&) = delete;

        /// As sandbox::JoinOptions::cpu has it.
        unsigned cpu() const { return m_seats.m_first + static_cast<unsigned>(m_index); }

    private:
        CpuSeats& m_seats;
        std::size_t m_index;
    };

private:
    std::size_t take() {
        const std::lock_guard lock(m_mutex);
        const auto freeOne = std::ranges::find(m_taken, false);
        const auto index = static_cast<std::size_t>(freeOne - m_taken.begin());
        if (freeOne == m_taken.end()) {
            m_taken.push_back(true);
        }
        m_taken[index] = true;
        return index;
    }
    void giveBack(std::size_t index) {
        const std::lock_guard lock(m_mutex);
        m_taken[index] = false;
    }

    const unsigned m_first = static_cast<unsigned>(::getpid());
    std::mutex m_mutex;
    std::vector<bool> m_taken;
};

} // namespace grindstone::judge
