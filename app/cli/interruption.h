// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace grindstone::cli {

/// Turns Ctrl-C, SIGTERM and SIGHUP into a stop request, so that a run is killed and cleaned up before the program
/// ends. A second signal ends it at once. A signal that was ignored from the start stays so. One object at a time.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    std::stop_token token() const { return m_stop.get_token(); }
    /// The signal that came, 0 if none did.
    static int signal();
    /// From now on none came: for a command that a signal ends as it should.
    static void forget();

private:
    std::stop_source m_stop;
    std::jthread m_watcher;
};

/// The status a shell expects of a program that a signal ended: 130 for Ctrl-C.
constexpr int interruptedStatus(int signal) {
    return 128 + signal;
}

} // namespace grindstone::cli
