// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/clearance.h"

#include "sandbox/base/sys.h"
#include "sandbox/helper/run_filesystem.h"

#include <sched.h>
#include <sys/stat.h>
#include <sys/wait.h>

namespace grindstone::sandbox::helper {

namespace {

dev_t deviceOfRun() {
    struct stat status {};
    return ::stat("/run", &status) == 0 ? status.st_dev : 0;
}

} // namespace

Clearance::Clearance(const CallKey& key) : m_emptyRun(deviceOfRun()), m_body{key} {}

Prepared<> Clearance::begin() {
    m_process = m_stack.start(0, m_body);
    STEP("start clearing a run away", m_process);
    // The names go first and at once, before the kernel waits.
    while (deviceOfRun() != m_emptyRun) {
        siginfo_t ended{};
        if (::waitid(P_PID, static_cast<id_t>(m_process), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 &&
            ended.si_pid != 0) {
            return finish();
        }
        ::sched_yield();
    }
    return {};
}

/// In a process of its own that shares the heap with the keeper and the next init: it must not use it.
int Clearance::Body::operator()() const {
    return RunFilesystem::unmount(key) ? 0 : 1;
}

Prepared<> Clearance::finish() {
    int status = 0;
    if (m_process > 0) {
        retryInterrupted([&] { return ::waitpid(m_process, &status, 0); });
        m_process = -1;
    }
    STEP("take the last run's files away", WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : -1);
    return {};
}

} // namespace grindstone::sandbox::helper
