// SPDX-License-Identifier: GPL-3.0-or-later
//
// PID 1 of a run, in four parts: prepare() before the run is known; awaitOrder() while the box is idle; begin() from
// the order to the program's start, which is what a person waits for and therefore short; watchToTheEnd() and
// finish(), until everything is dead and the judge has its answer.
//
// The first process's exit ends the run: whatever else is alive then is killed and counted. When this process is itself
// killed, the kernel kills its PID namespace.
#include "sandbox/helper/init.h"

#include "sandbox/base/sys.h"
#include "sandbox/helper/child_signals.h"
#include "sandbox/helper/ending.h"
#include "sandbox/helper/files.h"
#include "sandbox/helper/init_process.h"
#include "sandbox/helper/process_tree.h"
#include "sandbox/helper/program.h"
#include "sandbox/helper/read_ahead.h"
#include "sandbox/helper/refusals.h"
#include "sandbox/helper/run_order.h"
#include "sandbox/helper/run_world.h"
#include "sandbox/helper/sockets.h"
#include "sandbox/helper/watch.h"
#include "sandbox/protocol/messages.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace grindstone::sandbox::helper {

namespace {

using std::chrono::nanoseconds;

/// Less than any program can start with. A process that has not become its program yet shares its keeper's memory, and
/// must not be what the kernel kills for want of it.
constexpr Bytes LeastMemory = Bytes::mib(4);
/// Of the program's user: the keeper, this process, and the one that may still sit out the last umount.
constexpr rlim_t ProcessesOfOurs = 3;
/// A box without an order for so long is idle.
constexpr int IdleMs = 1;
/// How soon after the start the streams are closed here, where nothing else wakes this process before.
constexpr nanoseconds TakeOverTime = std::chrono::milliseconds(2);

class Init {
public:
    explicit Init(const InitPlan& plan)
        : m_plan(plan), m_tree(extentFor(plan.box.isolation)), m_watch(cgroup(), m_tree), m_refusals(plan.listener) {}

    Prepared<> prepare();
    /// Nothing when the judge is gone.
    std::optional<protocol::Packet> awaitOrder();
    Prepared<> begin(protocol::Packet packet);
    /// False when the judge is gone.
    bool watchToTheEnd();
    Prepared<Outcome> finish();
    /// Nothing that this process started may outlive it.
    void leave() {
        giveCgroupBack();
        if (!m_allReaped) {
            m_tree.killAll(-1);
        }
    }
    bool answer(Outcome outcome) const;
    void fail(const SetupFailure& failure) const {
        if (!lostItsCgroup(failure)) {
            sendFailure(m_plan.box.judge.get(), failure);
        }
    }

private:
    static ProcessTree::Extent extentFor(Isolation isolation) {
        return isolation == Isolation::Namespaces ? ProcessTree::Extent::Namespace : ProcessTree::Extent::Descendants;
    }
    /// The files of a cgroup say ENODEV once it is gone. A leased one goes only when the helper has died, and this box
    /// is lost with that, not faulty.
    bool lostItsCgroup(const SetupFailure& failure) const { return cgroup() && failure.error == ENODEV; }
    const CgroupLease* cgroup() const { return m_plan.cgroup ? &*m_plan.cgroup : nullptr; }
    const LaunchSpec& spec() const { return m_order->spec(); }
    bool hasEnded() const { return m_end.status || m_end.stopped; }

    bool awaitNews();
    void giveCgroupBack();
    Prepared<> startProgram();
    Prepared<> bindProgram() const;
    void letProgramGo();
    void waitForNews();
    void closeStreams();
    bool readStop();
    void reapEnded();
    void stopFor(LimitHit limit);

    const InitPlan& m_plan;
    ProcessTree m_tree;
    Watch m_watch;
    Refusals m_refusals;
    UniqueFd m_childSignals;
    std::optional<RunWorld> m_world;
    std::optional<Program> m_program;
    std::optional<RunOrder> m_order;
    rlim_t m_othersOfUser = 0;
    bool m_streamsOpen = true;
    RunEnd m_end;
    bool m_gaveCgroupBack = false;
    bool m_allReaped = false; ///< nothing that this process started is left
    bool m_judgeGone = false;
};

Prepared<> Init::prepare() {
    auto childSignals = becomeInit(m_plan);
    PREPARE(childSignals);
    m_childSignals = std::move(*childSignals);
    auto world = RunWorld::make(m_plan.box, m_plan.key);
    PREPARE(world);
    m_world.emplace(std::move(*world));
    if (m_plan.box.isolation == Isolation::None && m_plan.box.identity.own) {
        m_othersOfUser = threadsOf(m_plan.box.identity.hostUid);
    }
    return startProgram();
}

Prepared<> Init::startProgram() {
    ProgramSetup setup;
    setup.cgroup = cgroup();
    setup.files = m_world->landlockRules();
    setup.workFolder = m_plan.box.places.of(Area::Work);
    if (m_plan.box.isolation == Isolation::None) {
        setup.identity = m_plan.box.identity;
    }
    m_program.emplace(std::move(setup));
    return m_program->start(m_plan.programStack, m_childSignals.get());
}

/// The warden's work on cgroups and a process's way into one hold each other up: it is to be done when this run's
/// program is in its own, and while nobody waits for anything.
void Init::giveCgroupBack() {
    if (m_plan.usedCgroup && !std::exchange(m_gaveCgroupBack, true)) {
        const protocol::ReturnCgroup message{*m_plan.usedCgroup};
        protocol::sendPacket(m_plan.box.helper.get(), protocol::encode(message));
    }
}

/// False when the keeper is gone.
bool Init::awaitNews() {
    pollfd sources[] = {{m_plan.box.judge.get(), POLLIN, 0}, {m_plan.lifeline, POLLIN, 0}};
    if (::poll(sources, std::size(sources), IdleMs) == 0) {
        giveCgroupBack();
        retryInterrupted([&] { return ::poll(sources, std::size(sources), -1); });
    }
    return sources[1].revents == 0;
}

std::optional<protocol::Packet> Init::awaitOrder() {
    protocol::Packet packet;
    while (awaitNews() && protocol::receivePacket(m_plan.box.judge.get(), packet) == protocol::Received::Packet) {
        // A Stop that came after its run's end is no longer of interest.
        if (protocol::kindOf(packet.bytes) == protocol::Kind::Run) {
            return packet;
        }
    }
    return std::nullopt;
}

Prepared<> Init::begin(protocol::Packet packet) {
    auto order = RunOrder::from(std::move(packet));
    PREPARE(order);
    m_order = std::move(*order);
    if (cgroup() != nullptr) {
        PREPARE(cgroup()->setLimits(std::max(spec().limits.memory, LeastMemory), spec().limits.processes));
    }
    PREPARE(m_world->fill(*m_order, m_plan.programLaid));
    if (m_plan.box.isolation == Isolation::None) {
        m_order->relocate(m_plan.box.places);
    }
    if (cgroup() != nullptr) {
        readAhead(spec().arguments[0]);
    }
    PREPARE(bindProgram());
    letProgramGo();
    giveCgroupBack();
    return {};
}

/// It has the box's CPU already.
Prepared<> Init::bindProgram() const {
    if (spec().cpu) {
        return m_plan.cpu.bind(m_program->pid(), *spec().cpu, m_plan.key);
    }
    return spec().singleCpu ? Prepared<>() : m_plan.cpu.release(m_program->pid(), m_plan.key);
}

void Init::letProgramGo() {
    ProgramOrder order = m_order->forProgram();
    order.limits = resourceLimitsFor(spec(), cgroup() != nullptr, ProcessesOfOurs + m_othersOfUser);
    m_watch.start(spec().limits, spec().singleCpu || spec().cpu, m_program->pid());
    m_program->go(order);
}

bool Init::watchToTheEnd() {
    while (!hasEnded() && !m_judgeGone) {
        waitForNews();
        closeStreams();
        reapEnded();
        if (!hasEnded()) {
            m_watch.charge(m_refusals.blamedTime());
            if (const LimitHit limit = m_watch.check(); limit != LimitHit::None) {
                stopFor(limit);
            }
        }
        m_refusals.settle();
    }
    return !m_judgeGone;
}

void Init::waitForNews() {
    pollfd sources[] = {{m_childSignals.get(), POLLIN, 0},
                        {m_plan.box.judge.get(), POLLIN, 0},
                        {m_plan.listener, POLLIN, 0},
                        {m_plan.lifeline, POLLIN, 0}};
    const nanoseconds wait =
        m_streamsOpen ? std::min(m_watch.untilNextCheck(), TakeOverTime) : m_watch.untilNextCheck();
    const timespec timeout{static_cast<time_t>(wait.count() / 1'000'000'000), wait.count() % 1'000'000'000};
    if (::ppoll(sources, std::size(sources), &timeout, nullptr) <= 0) {
        return;
    }
    if (sources[2].revents != 0) {
        m_refusals.answer();
    }
    if (sources[0].revents != 0) {
        forgetChildSignals(m_childSignals);
    }
    m_judgeGone = (sources[1].revents != 0 && !readStop()) || sources[3].revents != 0;
}

/// Once the program has its own: whoever reads what it writes sees when it closes them, and so does who writes to it.
void Init::closeStreams() {
    if (m_streamsOpen && m_program->tookOver()) {
        m_order->closeStreams();
        m_streamsOpen = false;
    }
}

bool Init::readStop() {
    protocol::Packet packet;
    if (protocol::receivePacket(m_plan.box.judge.get(), packet) != protocol::Received::Packet) {
        return false;
    }
    if (const auto stop = protocol::decode<protocol::Stop>(packet.bytes)) {
        if (stop->limit == LimitHit::None) {
            m_watch.noteIdleness(); // Whoever cancels may have a time limit of their own.
        }
        stopFor(stop->limit);
    }
    return true;
}

void Init::reapEnded() {
    int status = 0;
    pid_t pid = 0;
    while ((pid = ::waitpid(-1, &status, WNOHANG)) > 0) {
        if (pid == m_program->pid()) {
            m_watch.stop();
            m_end.status = status;
        }
    }
    m_allReaped = pid < 0 && errno == ECHILD;
}

void Init::stopFor(LimitHit limit) {
    m_end.stopped = true;
    m_end.limit = limit;
}

Prepared<Outcome> Init::finish() {
    m_watch.stop();
    Outcome outcome;
    if (!m_allReaped) {
        m_watch.readBeforeKill();
        outcome.survivors = m_tree.killAll(m_program->pid());
        m_allReaped = true;
    }
    if (m_program->failure()) {
        return tl::unexpected<SetupFailure>(*m_program->failure());
    }
    m_order->closeStreams();
    m_watch.charge(m_refusals.blamedTime());
    m_watch.fill(outcome);
    outcome.blockedCalls = m_refusals.calls();
    outcome.blockedCallsComplete = m_refusals.complete();
    outcome.addressSpaceLimited = spec().addressSpace.has_value() && cgroup() == nullptr;
    describe(m_end, spec().limits, outcome);
    const auto folderOf = [this](Area area) { return m_world->folderOf(area); };
    outcome.collected = collectFiles(spec().collect, folderOf, m_plan.key);
    return outcome;
}

bool Init::answer(Outcome outcome) const {
    const protocol::Finished finished{std::move(outcome)};
    std::vector<int> descriptors;
    for (const CollectedFile& file : finished.outcome.collected) {
        descriptors.push_back(file.file.get());
    }
    return protocol::sendPacket(m_plan.box.judge.get(), protocol::encode(finished), descriptors);
}

InitEnd live(Init& init) {
    const auto prepared = init.prepare();
    auto packet = init.awaitOrder();
    if (!packet) {
        return InitEnd::JudgeGone;
    }
    if (!prepared) {
        init.fail(prepared.error());
        return InitEnd::Failed;
    }
    if (const auto begun = init.begin(*std::move(packet)); !begun) {
        init.fail(begun.error());
        return InitEnd::Answered;
    }
    if (!init.watchToTheEnd()) {
        return InitEnd::JudgeGone;
    }
    auto outcome = init.finish();
    if (!outcome) {
        init.fail(outcome.error());
        return InitEnd::Answered;
    }
    const bool answered = init.answer(std::move(*outcome));
    ::sched_yield(); // to the judge, where it shares this CPU: what is left to do can wait
    return answered ? InitEnd::Answered : InitEnd::JudgeGone;
}

} // namespace

InitEnd runInit(const InitPlan& plan) {
    Init init(plan);
    const InitEnd end = live(init);
    init.leave();
    return end;
}

} // namespace grindstone::sandbox::helper
