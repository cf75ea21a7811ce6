// SPDX-License-Identifier: GPL-3.0-or-later
//
// PID 1 of a run: prepares the run's file system, starts the program, watches it, ends it, tells the judge.
//
// The first process's exit ends the run: whatever else is alive then is killed and counted. Killing is kill(-1), which
// in a PID namespace reaches everything but this process and which no fork can outrun, since the kernel lets no
// process with a pending kill fork. When this process is itself killed, the kernel kills the namespace.
#include "sandbox/helper/init.h"

#include "sandbox/base/sys.h"
#include "sandbox/helper/run_filesystem.h"
#include "sandbox/protocol/messages.h"
#include "sandbox/protocol/packet.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace grindstone::sandbox::helper {

namespace {

using std::chrono::nanoseconds;

class Init {
public:
    Init(RunPlan plan, const SeccompPolicy& policy)
        : m_plan(std::move(plan)), m_policy(policy),
          m_watch(m_plan.program.spec.limits, m_plan.figures ? &*m_plan.figures : nullptr) {}

    Prepared<> start();
    /// False when the judge is gone.
    bool watchToTheEnd();
    Outcome finish();
    const LaunchSpec& spec() const { return m_plan.program.spec; }

private:
    Prepared<> prepareProcess();
    Prepared<> launch();
    Prepared<> awaitStart(int failurePipe);
    void dropProgramDescriptors();
    void waitForNews();
    bool readStop();
    void reapEnded();
    void stopFor(LimitHit limit);
    unsigned killEverything();

    RunPlan m_plan;
    const SeccompPolicy& m_policy;
    Watch m_watch;
    UniqueFd m_childSignals;
    pid_t m_program = -1;
    std::optional<int> m_status; ///< the program's, as wait() gives it
    bool m_stopped = false;
    bool m_judgeGone = false;
    LimitHit m_limit = LimitHit::None;
};

Prepared<> Init::prepareProcess() {
    STEP("die with the keeper", ::prctl(PR_SET_PDEATHSIG, SIGKILL));
    STEP("become non-dumpable", ::prctl(PR_SET_DUMPABLE, 0));
    sigset_t childSignals;
    sigemptyset(&childSignals);
    sigaddset(&childSignals, SIGCHLD);
    STEP("block SIGCHLD", ::sigprocmask(SIG_BLOCK, &childSignals, nullptr));
    m_childSignals.reset(::signalfd(-1, &childSignals, SFD_CLOEXEC | SFD_NONBLOCK));
    STEP("watch SIGCHLD", m_childSignals.get());
    return {};
}

Prepared<> Init::start() {
    PREPARE(prepareProcess());
    PREPARE(mountRunFilesystem(spec().limits.fileSpace));
    PREPARE(layInFiles(spec().files));
    return launch();
}

Prepared<> Init::launch() {
    int ends[2];
    STEP("make a pipe", ::pipe2(ends, O_CLOEXEC));
    const UniqueFd readEnd(ends[0]);
    UniqueFd writeEnd(ends[1]);
    // Not when the pipe closes: this process may get to see that late. The last steps before the program count too.
    m_watch.start();
    m_program = ::fork();
    STEP("fork the program", m_program);
    if (m_program == 0) {
        const auto started = becomeProgram(m_plan.program, m_policy);
        const SetupFailure failure = started.error();
        [[maybe_unused]] const ssize_t told = ::write(writeEnd.get(), &failure, sizeof failure);
        ::_exit(127);
    }
    writeEnd.reset();
    dropProgramDescriptors();
    return awaitStart(readEnd.get());
}

/// The pipe closes when the program starts; before that it may bring the step that failed. A step's name is a literal
/// of this very program image, so its address holds in parent and child alike.
Prepared<> Init::awaitStart(int failurePipe) {
    SetupFailure failure;
    const ssize_t got = retryInterrupted([&] { return ::read(failurePipe, &failure, sizeof failure); });
    if (got == static_cast<ssize_t>(sizeof failure)) {
        killEverything();
        return tl::unexpected<SetupFailure>(failure);
    }
    return {};
}

void Init::dropProgramDescriptors() {
    m_plan.program.standardInput.reset();
    m_plan.program.standardOutput.reset();
    m_plan.program.standardError.reset();
    m_plan.program.cgroupProcs.clear();
}

bool Init::watchToTheEnd() {
    while (!m_status && !m_stopped && !m_judgeGone) {
        waitForNews();
        reapEnded();
        if (!m_status && !m_stopped) {
            if (const LimitHit limit = m_watch.check(); limit != LimitHit::None) {
                stopFor(limit);
            }
        }
    }
    return !m_judgeGone;
}

void Init::waitForNews() {
    pollfd sources[] = {{m_childSignals.get(), POLLIN, 0}, {m_plan.boxSocket, POLLIN, 0}};
    const nanoseconds wait = m_watch.untilNextCheck();
    const timespec timeout{static_cast<time_t>(wait.count() / 1'000'000'000), wait.count() % 1'000'000'000};
    if (::ppoll(sources, 2, &timeout, nullptr) <= 0) {
        return;
    }
    if (sources[0].revents != 0) {
        signalfd_siginfo ignored;
        while (::read(m_childSignals.get(), &ignored, sizeof ignored) > 0) {
        }
    }
    if (sources[1].revents != 0) {
        m_judgeGone = !readStop();
    }
}

bool Init::readStop() {
    protocol::Packet packet;
    if (protocol::receivePacket(m_plan.boxSocket, packet) != protocol::Received::Packet) {
        return false;
    }
    if (const auto stop = protocol::decode<protocol::Stop>(packet.bytes)) {
        stopFor(stop->limit);
    }
    return true;
}

void Init::reapEnded() {
    int status = 0;
    for (pid_t pid = 0; (pid = ::waitpid(-1, &status, WNOHANG)) > 0;) {
        if (pid == m_program) {
            m_watch.stop();
            m_status = status;
        }
    }
}

void Init::stopFor(LimitHit limit) {
    m_stopped = true;
    m_limit = limit;
}

/// Returns how many other processes than the program were alive.
unsigned Init::killEverything() {
    ::kill(-1, SIGKILL);
    unsigned others = 0;
    int status = 0;
    for (pid_t pid = 0; (pid = ::waitpid(-1, &status, 0)) > 0 || errno == EINTR;) {
        others += pid > 0 && pid != m_program && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL ? 1 : 0;
    }
    return others;
}

Outcome Init::finish() {
    m_watch.stop();
    Outcome outcome;
    outcome.survivors = killEverything();
    m_watch.fill(outcome);
    outcome.limit = m_limit;
    outcome.addressSpaceLimited = spec().addressSpace.has_value() && !m_plan.figures;
    if (m_stopped) {
        outcome.ending = Ending::Stopped;
    } else if (WIFSIGNALED(*m_status)) {
        outcome.ending = Ending::Signalled;
        outcome.signal = WTERMSIG(*m_status);
    } else {
        outcome.exitCode = WEXITSTATUS(*m_status);
    }
    // The kernel's own killer, and the rlimit backstop, act without asking.
    if (outcome.limit == LimitHit::None && outcome.ending == Ending::Signalled && outcome.signal == SIGKILL) {
        if (outcome.outOfMemory) {
            outcome.limit = LimitHit::Memory;
        } else if (outcome.cpu() >= spec().limits.cpuTime) {
            outcome.limit = LimitHit::Cpu;
        }
        outcome.ending = outcome.limit != LimitHit::None ? Ending::Stopped : outcome.ending;
    }
    outcome.collected = collectFiles(spec().collect);
    return outcome;
}

int sendFinished(int socket, Outcome outcome) {
    const protocol::Finished finished{std::move(outcome)};
    std::vector<int> descriptors;
    for (const CollectedFile& file : finished.outcome.collected) {
        descriptors.push_back(file.file.get());
    }
    return protocol::sendPacket(socket, protocol::encode(finished), descriptors) ? 0 : 1;
}

int sendFailure(int socket, const SetupFailure& failure) {
    return protocol::sendPacket(socket, protocol::encode(protocol::SetupFailed{failure.step, failure.error})) ? 0 : 1;
}

} // namespace

int runInit(RunPlan plan, const SeccompPolicy& policy) {
    const int socket = plan.boxSocket;
    Init init(std::move(plan), policy);
    if (const auto started = init.start(); !started) {
        return sendFailure(socket, started.error());
    }
    if (!init.watchToTheEnd()) {
        return 1; // With this process goes everything in its namespace.
    }
    return sendFinished(socket, init.finish());
}

} // namespace grindstone::sandbox::helper
