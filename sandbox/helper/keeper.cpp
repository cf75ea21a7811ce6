// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/keeper.h"

#include "sandbox/base/sys.h"
#include "sandbox/helper/init.h"
#include "sandbox/helper/root_filesystem.h"
#include "sandbox/protocol/messages.h"
#include "sandbox/protocol/packet.h"

#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <optional>

namespace grindstone::sandbox::helper {

namespace {

constexpr std::size_t CgroupDescriptors = 7; ///< see protocol::CgroupLeased
constexpr std::size_t Controllers = 3;

class Keeper {
public:
    Keeper(BoxPlan plan, const SeccompPolicy& policy) : m_plan(std::move(plan)), m_policy(policy) {}

    Prepared<> open();
    int serve();
    void tell(const SetupFailure& failure) const;
    void tellOpened() const { protocol::sendPacket(m_plan.judge.get(), protocol::encode(protocol::BoxOpened{})); }

private:
    void run(protocol::Run run, std::vector<UniqueFd> descriptors);
    Prepared<RunPlan> planRun(protocol::Run run, std::vector<UniqueFd> descriptors);
    Prepared<> leaseCgroup(RunPlan& plan);
    void returnCgroup() const;
    void startInit(RunPlan plan);

    BoxPlan m_plan;
    const SeccompPolicy& m_policy;
};

Prepared<> Keeper::open() {
    STEP("die with the helper", ::prctl(PR_SET_PDEATHSIG, SIGKILL));
    char mapped = 0;
    if (retryInterrupted([&] { return ::read(m_plan.helper.get(), &mapped, 1); }) != 1) {
        return failedStep("wait for the helper");
    }
    PREPARE(enterRootFilesystem(m_plan.visiblePaths, m_plan.identity));
    STEP("become non-dumpable", ::prctl(PR_SET_DUMPABLE, 0));
    return {};
}

int Keeper::serve() {
    protocol::Packet packet;
    while (protocol::receivePacket(m_plan.judge.get(), packet) == protocol::Received::Packet) {
        // A Stop that came after its run's end is no longer of interest.
        if (protocol::kindOf(packet.bytes) == protocol::Kind::Run) {
            if (auto order = protocol::decode<protocol::Run>(packet.bytes)) {
                run(std::move(*order), std::move(packet.descriptors));
            } else {
                tell({"read the run's description", EBADMSG});
            }
        }
    }
    return 0;
}

void Keeper::tell(const SetupFailure& failure) const {
    protocol::sendPacket(m_plan.judge.get(), protocol::encode(protocol::SetupFailed{failure.step, failure.error}));
}

void Keeper::run(protocol::Run run, std::vector<UniqueFd> descriptors) {
    auto plan = planRun(std::move(run), std::move(descriptors));
    if (!plan) {
        tell(plan.error());
        return;
    }
    if (const auto leased = leaseCgroup(*plan); !leased) {
        tell(leased.error());
        return;
    }
    startInit(std::move(*plan));
    returnCgroup();
}

Prepared<RunPlan> Keeper::planRun(protocol::Run run, std::vector<UniqueFd> descriptors) {
    const std::size_t streams = run.hasInput ? 3 : 2;
    if (descriptors.size() != streams + run.spec.files.size()) {
        errno = EBADMSG;
        return failedStep("read the run's description");
    }
    RunPlan plan;
    plan.boxSocket = m_plan.judge.get();
    plan.program.boxNumber = m_plan.boxNumber;
    auto next = descriptors.begin();
    if (run.hasInput) {
        plan.program.standardInput = std::move(*next++);
    }
    plan.program.standardOutput = std::move(*next++);
    plan.program.standardError = std::move(*next++);
    for (FileIn& file : run.spec.files) {
        file.descriptor = next++->release(); // Closed with this run's processes and by startInit().
    }
    plan.program.spec = std::move(run.spec);
    return plan;
}

Prepared<> Keeper::leaseCgroup(RunPlan& plan) {
    if (!m_plan.cgroups) {
        return {};
    }
    const Limits& limits = plan.program.spec.limits;
    protocol::Packet answer;
    if (!protocol::sendPacket(m_plan.helper.get(),
                              protocol::encode(protocol::LeaseCgroup{limits.memory, limits.processes})) ||
        protocol::receivePacket(m_plan.helper.get(), answer) != protocol::Received::Packet) {
        return failedStep("lease a cgroup");
    }
    if (answer.descriptors.size() != CgroupDescriptors) {
        const auto failure = protocol::decode<protocol::SetupFailed>(answer.bytes);
        errno = failure ? failure->error : EBADMSG;
        return failedStep("make the run's cgroup");
    }
    auto next = answer.descriptors.begin();
    for (std::size_t i = 0; i < Controllers; ++i) {
        plan.program.cgroupProcs.push_back(std::move(*next++));
    }
    CgroupFigures figures;
    for (UniqueFd* figure : {&figures.cpuUsage, &figures.cpuUsageUser, &figures.memoryPeak, &figures.memoryOom}) {
        *figure = std::move(*next++);
    }
    plan.figures = std::move(figures);
    return {};
}

void Keeper::returnCgroup() const {
    if (m_plan.cgroups) {
        protocol::sendPacket(m_plan.helper.get(), protocol::encode(protocol::ReturnCgroup{}));
    }
}

/// Init answers the judge itself, over the box's socket, which this process doesn't touch in the meantime.
void Keeper::startInit(RunPlan plan) {
    // A System V or POSIX message object dies with the run's IPC namespace, its mounts with the mount namespace, its
    // processes with the PID namespace.
    const auto init = static_cast<pid_t>(
        ::syscall(SYS_clone, CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWIPC | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
    if (init == 0) {
        m_plan.helper.reset();
        ::_exit(runInit(std::move(plan), m_policy));
    }
    const int cloneError = errno;
    for (const FileIn& file : plan.program.spec.files) {
        ::close(file.descriptor);
    }
    plan = {};
    if (init < 0) {
        tell({"make the run's namespaces", cloneError});
        return;
    }
    int status = 0;
    retryInterrupted([&] { return ::waitpid(init, &status, 0); });
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        tell({"keep the run's init alive", 0});
    }
}

} // namespace

int runKeeper(BoxPlan plan, const SeccompPolicy& policy) {
    Keeper keeper(std::move(plan), policy);
    if (const auto opened = keeper.open(); !opened) {
        keeper.tell(opened.error());
        return 1;
    }
    keeper.tellOpened();
    return keeper.serve();
}

} // namespace grindstone::sandbox::helper
