// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/ending.h"

#include <sys/wait.h>

#include <csignal>

namespace grindstone::sandbox::helper {

namespace {

/// The kernel's own killer, and the rlimit backstop, act without asking.
LimitHit limitBehindKill(const Limits& limits, const Outcome& outcome) {
    if (outcome.outOfMemory) {
        return LimitHit::Memory;
    }
    return outcome.cpu() >= limits.cpuTime ? LimitHit::Cpu : LimitHit::None;
}

} // namespace

void describe(const RunEnd& end, const Limits& limits, Outcome& outcome) {
    outcome.limit = end.limit;
    if (end.stopped) {
        outcome.ending = Ending::Stopped;
    } else if (WIFSIGNALED(*end.status)) {
        outcome.ending = Ending::Signalled;
        outcome.signal = WTERMSIG(*end.status);
    } else {
        outcome.exitCode = WEXITSTATUS(*end.status);
    }
    if (outcome.limit == LimitHit::None && outcome.ending == Ending::Signalled && outcome.signal == SIGKILL) {
        outcome.limit = limitBehindKill(limits, outcome);
        outcome.ending = outcome.limit != LimitHit::None ? Ending::Stopped : outcome.ending;
    }
}

} // namespace grindstone::sandbox::helper
