// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/init_process.h"

#include "sandbox/helper/child_signals.h"

#include <poll.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

namespace grindstone::sandbox::helper {

namespace {

Prepared<> bindToLifeline(const InitPlan& plan) {
    ::close(plan.keepersEnd);
    // Where the kernel doesn't kill a namespace with it, this process has to live on to kill what it has started.
    if (plan.box.isolation == Isolation::Namespaces) {
        STEP("die with the keeper", ::prctl(PR_SET_PDEATHSIG, SIGKILL));
    }
    // The keeper may have died before it could have told.
    pollfd lifeline{plan.lifeline, POLLIN, 0};
    if (::poll(&lifeline, 1, 0) != 0) {
        errno = EPIPE;
        return failedStep("find the keeper alive");
    }
    return {};
}

} // namespace

Prepared<UniqueFd> becomeInit(const InitPlan& plan) {
    ::prctl(PR_SET_NAME, "grind-init");
    PREPARE(bindToLifeline(plan));
    STEP("become non-dumpable", ::prctl(PR_SET_DUMPABLE, 0));
    STEP("take in orphans", ::prctl(PR_SET_CHILD_SUBREAPER, 1)); // PID 1 does anyway
    return watchChildren();
}

} // namespace grindstone::sandbox::helper
