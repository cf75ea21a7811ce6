// SPDX-License-Identifier: GPL-3.0-or-later
// A handler may do next to nothing, so it writes one byte into a pipe whose other end the event loop watches.
#include "app/desktop/terminate_notifier.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>

namespace grindstone::desktop {

namespace {

constexpr int Signals[] = {SIGTERM, SIGINT, SIGHUP};
std::atomic<int> writeEnd = -1;

void wake(int) {
    const int saved = errno;
    const char byte = 1;
    // A full pipe has woken the loop already.
    [[maybe_unused]] const ssize_t written = ::write(writeEnd.load(), &byte, 1);
    errno = saved;
}

void setHandler(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int signal : Signals) {
        ::sigaction(signal, &action, nullptr);
    }
}

} // namespace

TerminateNotifier::TerminateNotifier(QObject* parent) : QObject(parent) {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        return; // out of descriptors: the signals keep their default effect
    }
    m_reader.reset(ends[0]);
    m_writer.reset(ends[1]);
    writeEnd = m_writer.get();
    auto* notifier = new QSocketNotifier(m_reader.get(), QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        while (::read(m_reader.get(), bytes, sizeof bytes) > 0) {
        }
        Q_EMIT terminateRequested();
    });
    setHandler(wake);
}

TerminateNotifier::~TerminateNotifier() {
    setHandler(SIG_DFL);
    writeEnd = -1;
}

} // namespace grindstone::desktop
