// SPDX-License-Identifier: GPL-3.0-or-later
// A handler may do next to nothing: it notes the signal and writes a byte into a pipe. A thread of ours waits at the
// other end and asks for the stop, which may take locks and call back.
#include "app/cli/interruption.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <ctime>
#include <limits>

namespace grindstone::cli {

namespace {

constexpr std::array Signals{SIGINT, SIGTERM, SIGHUP};

// A handler reaches nothing but globals.
std::atomic<int> caughtSignal = 0;
std::atomic<std::int64_t> caughtAtMs = std::numeric_limits<std::int64_t>::max(); // until it is noted: "just now"
std::array<int, 2> wakePipe{-1, -1};

std::int64_t nowMs() {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

/// The first signal asks for a stop, a later one ends the program at once. `timeout` sends its signal to its child and
/// to the whole group, so what comes right after the first is the same wish.
void onSignal(int signal) {
    constexpr std::int64_t SameWishMs = 300;
    int none = 0;
    if (!caughtSignal.compare_exchange_strong(none, signal)) {
        if (nowMs() - caughtAtMs > SameWishMs) {
            ::_exit(interruptedStatus(signal));
        }
        return;
    }
    caughtAtMs = nowMs();
    const int keptErrno = errno;
    [[maybe_unused]] const ssize_t written = ::write(wakePipe[1], "s", 1);
    errno = keptErrno;
}

void setHandler(int signal, void (*handler)(int)) {
    struct sigaction old {};
    ::sigaction(signal, nullptr, &old);
    if (old.sa_handler == SIG_IGN) {
        return;
    }
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigaction(signal, &action, nullptr);
}

/// Waits for a byte: "s" from the handler, anything else from the destructor.
void watch(std::stop_source stop) {
    char byte = 0;
    ssize_t got = -1;
    while ((got = ::read(wakePipe[0], &byte, 1)) < 0 && errno == EINTR) {
    }
    if (got == 1 && byte == 's') {
        stop.request_stop();
    }
}

} // namespace

Interruption::Interruption() {
    if (::pipe2(wakePipe.data(), O_CLOEXEC) != 0) {
        return; // Signals keep their usual effect.
    }
    m_watcher = std::jthread([stop = m_stop] { watch(stop); });
    for (const int signal : Signals) {
        setHandler(signal, onSignal);
    }
}

Interruption::~Interruption() {
    if (wakePipe[1] < 0) {
        return;
    }
    for (const int signal : Signals) {
        setHandler(signal, SIG_DFL);
    }
    [[maybe_unused]] const ssize_t written = ::write(wakePipe[1], "e", 1);
    m_watcher.join();
    for (int& end : wakePipe) {
        ::close(end);
        end = -1;
    }
}

int Interruption::signal() {
    return caughtSignal;
}

void Interruption::forget() {
    caughtSignal = 0;
}

} // namespace grindstone::cli
