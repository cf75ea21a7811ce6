// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>

namespace grindstone::judge {

/// Memory that runs may take together: what the machine has available, less 1 GiB for everything else.
Bytes availableForRuns();

/// Told when a run has to wait until there is memory for it, and again when that is over.
using WaitSink = std::function<void(bool waits)>;

/// Decides which runs may go on at the same time. Shared runs overlap as long as their memory limits fit into the
/// machine together (one always may); a run that needs the machine for itself waits for the others and holds up those
/// that come after. Thread-safe.
class RunGate {
public:
    /// `budget` is asked whenever nothing runs.
    explicit RunGate(std::function<Bytes()> budget = availableForRuns) : m_budget(std::move(budget)) {}

    /// One run's stay behind the gate; ends with the object.
    class Pass {
    public:
        Pass(Pass&& other) noexcept;
        Pass& operator=(Pass&&) = delete;
        ~Pass();
        /// False when the stop request came before the gate opened: nothing may run then.
        explicit operator bool() const { return m_gate != nullptr; }
        /// True when another run shared some of this one's time.
        bool overlapped() const;

    private:
        friend class RunGate;
        Pass() = default;
        RunGate* m_gate = nullptr;
        Bytes m_memory;
        std::uint64_t m_arrivals = 0;
        bool m_metOthers = false;
    };

    /// `waits` is called from here, at most twice, without any lock.
    Pass enter(Bytes memory, std::stop_token stop, const WaitSink& waits = {});
    Pass enterAlone(Bytes memory, std::stop_token stop);

private:
    Pass admit(Bytes memory);
    void leave(Bytes memory);
    bool fits(Bytes memory);

    std::function<Bytes()> m_budget;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    unsigned m_running = 0;
    unsigned m_waitingAlone = 0;
    bool m_alone = false;
    std::uint64_t m_arrivals = 0;
    Bytes m_reserved;
    Bytes m_room;
};

} // namespace grindstone::judge
