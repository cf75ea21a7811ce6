// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::sandbox::helper {

/// The system calls that a run's filter refuses, as its listener tells of them. Each fails with EPERM at once; the
/// first ones are remembered by name.
class Refusals {
public:
    static constexpr unsigned MostNoted = 16;

    /// `listener` is borrowed, and readable when a call waits.
    explicit Refusals(int listener) : m_listener(listener) {}

    /// Answers the call that waits, if any.
    void answer();
    /// To be called when all is done that the last answer gave cause for.
    void settle();
    const std::vector<std::string>& calls() const { return m_calls; }
    /// False when there were more refusals than are noted.
    bool complete() const { return m_refused <= MostNoted; }
    /// CPU time that went from answering to settling and that nobody but the program is to blame for: all but that of
    /// the first few answers.
    std::chrono::nanoseconds blamedTime() const { return m_blamed; }

private:
    void note(int call);

    int m_listener;
    unsigned m_refused = 0;
    std::vector<std::string> m_calls;
    std::optional<std::chrono::nanoseconds> m_since; ///< our CPU time at an answer that isn't settled yet
    std::chrono::nanoseconds m_blamed{0};
};

} // namespace grindstone::sandbox::helper
