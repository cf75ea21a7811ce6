// SPDX-License-Identifier: GPL-3.0-or-later
//
// A box between two runs is a ready init that waits for the judge's order; this process sleeps until that has ended,
// takes away what it left, and starts the next one. The next run's cgroup is asked for one run ahead, so that the
// answer lies in the socket when it is needed.
#include "sandbox/helper/keeper.h"

#include "sandbox/base/sys.h"
#include "sandbox/helper/bare_folders.h"
#include "sandbox/helper/clearance.h"
#include "sandbox/helper/init.h"
#include "sandbox/helper/privileges.h"
#include "sandbox/helper/process_tree.h"
#include "sandbox/helper/root_filesystem.h"
#include "sandbox/helper/run_filesystem.h"
#include "sandbox/helper/sockets.h"
#include "sandbox/protocol/messages.h"
#include "sandbox/protocol/packet.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace grindstone::sandbox::helper {

namespace {

class Keeper {
public:
    Keeper(BoxPlan plan, const SeccompPolicy& policy) : m_plan(std::move(plan)), m_policy(policy) {}

    Prepared<> open();
    int serve();
    void tell(const SetupFailure& failure) const;
    void tellOpened() const { protocol::sendPacket(m_plan.judge.get(), protocol::encode(protocol::BoxOpened{})); }

private:
    bool isBare() const { return m_plan.isolation == Isolation::None; }
    bool helperIsGone() const;
    Prepared<> awaitWarden() const;
    Prepared<> openBare();
    void askForCgroup() const;
    Prepared<> takeCgroup();
    Prepared<InitEnd> runOnce();
    Prepared<> clearAway();

    BoxPlan m_plan;
    const SeccompPolicy& m_policy;
    ChildStack m_initStack;
    ChildStack m_programStack;
    UniqueFd m_lifeline;
    UniqueFd m_ownEnd;
    UniqueFd m_listener; ///< of refused calls
    std::optional<CpuBinding> m_cpu;
    std::optional<CgroupLease> m_cgroup;
    std::optional<std::uint64_t> m_usedCgroup; ///< of the last run, to go back
    std::optional<Clearance> m_clearance;      ///< where there are mounts to take away
    bool m_programLaid = false;
};

/// Without its helper this box is lost, whichever step noticed that first, and so are the helper's other boxes: a pool
/// that heard of a step that failed would keep those.
void Keeper::tell(const SetupFailure& failure) const {
    if (!helperIsGone()) {
        sendFailure(m_plan.judge.get(), failure);
    }
}

/// A process that dies closes its sockets a moment before those that die with it are killed. But a keeper that it has
/// just forked still has them open.
bool Keeper::helperIsGone() const {
    pollfd helper{m_plan.helper.get(), 0, 0};
    return ::poll(&helper, 1, 0) > 0 || ::getppid() != m_plan.warden;
}

/// One byte comes when the user namespace is mapped.
Prepared<> Keeper::awaitWarden() const {
    char mapped = 0;
    if (retryInterrupted([&] { return ::read(m_plan.helper.get(), &mapped, 1); }) != 1) {
        return failedStep("wait for the helper");
    }
    return {};
}

Prepared<> Keeper::openBare() {
    PREPARE(makeBoxFolder(m_plan.places, m_plan.identity));
    STEP("take in orphans", ::prctl(PR_SET_CHILD_SUBREAPER, 1));
    return {};
}

Prepared<> Keeper::open() {
    ::prctl(PR_SET_NAME, "grind-keeper");
    STEP("die with the helper", ::prctl(PR_SET_PDEATHSIG, SIGKILL));
    int ends[2];
    STEP("make a lifeline", ::pipe2(ends, O_CLOEXEC));
    m_lifeline.reset(ends[0]);
    m_ownEnd.reset(ends[1]);
    PREPARE(awaitWarden());
    // The kernel shares out CPU time between sessions: a box full of processes counts as one.
    STEP("start a session", ::setsid());
    PREPARE(isBare() ? openBare() : enterRootFilesystem(m_plan.visiblePaths, m_plan.caseFolder, m_plan.identity));
    if (!isBare() || !m_plan.identity.own) {
        PREPARE(forbidNewCapabilities()); // Without a namespace, an ordinary user has none to begin with.
    }
    const auto cpu = CpuBinding::bindOwnProcess(m_plan.cpu);
    PREPARE(cpu);
    m_cpu = *cpu;
    if (!isBare()) {
        m_clearance.emplace(m_policy.key());
    }
    STEP("become non-dumpable", ::prctl(PR_SET_DUMPABLE, 0));
    // The warden may have died before it was this process's time to die with it.
    if (::getppid() != m_plan.warden) {
        errno = ESRCH;
        return failedStep("find the helper alive");
    }
    auto listener = m_policy.load();
    PREPARE(listener);
    m_listener = std::move(*listener);
    return {};
}

int Keeper::serve() {
    // One for the run that is ready and one for the next; after that, one comes for each that goes back.
    askForCgroup();
    askForCgroup();
    while (true) {
        const auto end = runOnce();
        if (!end) {
            tell(end.error());
            return 1;
        }
        if (*end != InitEnd::Answered) {
            return *end == InitEnd::JudgeGone ? 0 : 1;
        }
        if (const auto cleared = clearAway(); !cleared) {
            return 1; // The judge has its outcome; its next run finds the box gone and takes another.
        }
    }
}

void Keeper::askForCgroup() const {
    if (m_plan.cgroups) {
        protocol::sendPacket(m_plan.helper.get(), protocol::encode(protocol::LeaseCgroup{}));
    }
}

Prepared<> Keeper::takeCgroup() {
    if (!m_plan.cgroups) {
        return {};
    }
    m_usedCgroup = m_cgroup ? std::optional(m_cgroup->id()) : std::nullopt;
    m_cgroup.reset();
    protocol::Packet answer;
    if (protocol::receivePacket(m_plan.helper.get(), answer) != protocol::Received::Packet) {
        return failedStep("lease a cgroup");
    }
    if (const auto leased = protocol::decode<protocol::CgroupLeased>(answer.bytes)) {
        m_cgroup = CgroupLease::from(*leased, std::move(answer.descriptors));
    }
    if (!m_cgroup) {
        const auto failure = protocol::decode<protocol::SetupFailed>(answer.bytes);
        errno = failure ? failure->error : EBADMSG;
        return failedStep("make the run's cgroup");
    }
    return {};
}

/// From the making of an init to its end.
Prepared<InitEnd> Keeper::runOnce() {
    PREPARE(takeCgroup());
    const InitPlan plan{m_plan, m_policy.key(), m_listener.get(), m_cgroup,       m_usedCgroup,
                        *m_cpu, m_programStack, m_lifeline.get(), m_ownEnd.get(), m_programLaid};
    const auto body = [&plan] { return static_cast<int>(runInit(plan)); };
    // A System V or POSIX message object dies with the run's IPC namespace, its processes with the PID namespace.
    const pid_t init = m_initStack.start(isBare() ? 0 : CLONE_NEWPID | CLONE_NEWIPC, body, m_policy.key().value());
    STEP("make the run's namespaces", init);
    int status = 0;
    retryInterrupted([&] { return ::waitpid(init, &status, 0); });
    if (!WIFEXITED(status)) {
        if (isBare()) {
            ProcessTree(ProcessTree::Extent::Descendants).killAll(-1);
        }
        // It may have answered before it was killed, and there is but one answer to an order: the end of the box says
        // it.
        return InitEnd::Failed;
    }
    return static_cast<InitEnd>(WEXITSTATUS(status));
}

Prepared<> Keeper::clearAway() {
    if (m_clearance) {
        PREPARE(m_clearance->finish()); // of the run before the last
        return m_clearance->begin();
    }
    STEP("take the last run's files away", removeRunFolders(m_plan.places, m_policy.key()) ? 0 : -1);
    return {};
}

} // namespace

int runKeeper(BoxPlan plan, const SeccompPolicy& policy) {
    Keeper keeper(std::move(plan), policy);
    int status = 1;
    if (const auto opened = keeper.open(); !opened) {
        keeper.tell(opened.error());
    } else {
        keeper.tellOpened();
        status = keeper.serve();
    }
    return status;
}

} // namespace grindstone::sandbox::helper
