// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/child_signals.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

namespace grindstone::sandbox::helper {

Prepared<UniqueFd> watchChildren() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGCHLD);
    STEP("block SIGCHLD", ::sigprocmask(SIG_BLOCK, &signals, nullptr));
    UniqueFd watched(::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
    STEP("watch SIGCHLD", watched.get());
    return watched;
}

void forgetChildSignals(const UniqueFd& childSignals) {
    signalfd_siginfo ignored; // A signal that waits is one, however often it was sent.
    [[maybe_unused]] const ssize_t got = ::read(childSignals.get(), &ignored, sizeof ignored);
}

} // namespace grindstone::sandbox::helper
