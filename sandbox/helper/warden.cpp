// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/warden.h"

#include "sandbox/base/sys.h"
#include "sandbox/helper/cgroup1.h"
#include "sandbox/helper/keeper.h"
#include "sandbox/protocol/messages.h"
#include "sandbox/protocol/packet.h"

#include <linux/close_range.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <memory>

namespace grindstone::sandbox::helper {

namespace {

constexpr unsigned long BoxNamespaces =
    CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP;

struct SocketPair {
    UniqueFd ours;
    UniqueFd theirs;
};

Prepared<SocketPair> makeSocketPair() {
    int ends[2];
    STEP("make a socket", ::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends));
    return SocketPair{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

/// A box as the warden knows it.
struct OpenBox {
    pid_t keeper = -1;
    unsigned number = 0;
    UniqueFd socket; ///< to the keeper
    RunCgroup cgroup;
};

class Warden {
public:
    Warden(UniqueFd judge, SeccompPolicy policy, const protocol::Begin& begin)
        : m_judge(std::move(judge)), m_policy(std::move(policy)),
          m_cgroups(begin.cgroup1 ? Cgroup1Tree::create() : Cgroup1Tree::unwanted()) {}

    void sayHello() const;
    void serve();
    void endEverything();

private:
    bool serveJudge();
    unsigned lowestFreeNumber() const;
    Prepared<UniqueFd> openBox(const protocol::OpenBox& request);
    Prepared<> startKeeper(BoxPlan plan, const SocketPair& helperSockets);
    /// False when the keeper is gone.
    bool serveKeeper(OpenBox& box);
    void lease(OpenBox& box, const protocol::LeaseCgroup& request);
    void returnCgroup(OpenBox& box);
    void closeBox(OpenBox& box);
    void reapOrphans();

    UniqueFd m_judge;
    SeccompPolicy m_policy;
    Cgroup1Tree m_cgroups;
    std::vector<std::unique_ptr<OpenBox>> m_boxes;
    std::vector<RunCgroup> m_busyCgroups; ///< not yet empty when they came back
};

void Warden::sayHello() const {
    protocol::Hello hello;
    hello.landlockAbi = std::max(0, static_cast<int>(::syscall(SYS_landlock_create_ruleset, nullptr, 0, 1)));
    hello.cgroup1 = m_cgroups.available();
    hello.cgroupReason = m_cgroups.reason();
    protocol::sendPacket(m_judge.get(), protocol::encode(hello));
}

void Warden::serve() {
    while (true) {
        std::vector<pollfd> sources{{m_judge.get(), POLLIN, 0}};
        for (const auto& box : m_boxes) {
            sources.push_back({box->socket.get(), POLLIN, 0});
        }
        if (::poll(sources.data(), sources.size(), -1) < 0 && errno != EINTR) {
            return;
        }
        for (std::size_t i = 1; i < sources.size(); ++i) {
            if (sources[i].revents != 0 && !serveKeeper(*m_boxes[i - 1])) {
                closeBox(*m_boxes[i - 1]);
            }
        }
        std::erase_if(m_boxes, [](const auto& box) { return box->keeper < 0; });
        reapOrphans();
        if (sources[0].revents != 0 && !serveJudge()) {
            return;
        }
    }
}

bool Warden::serveJudge() {
    protocol::Packet packet;
    if (protocol::receivePacket(m_judge.get(), packet) != protocol::Received::Packet) {
        return false;
    }
    const auto request = protocol::decode<protocol::OpenBox>(packet.bytes);
    if (!request) {
        return false;
    }
    const auto box = openBox(*request);
    if (!box) {
        const protocol::SetupFailed failure{box.error().step, box.error().error};
        return protocol::sendPacket(m_judge.get(), protocol::encode(failure));
    }
    const int descriptor = box->get();
    return protocol::sendPacket(m_judge.get(), protocol::encode(protocol::BoxOpened{}), {&descriptor, 1});
}

/// So that few boxes have different users and, counted over the CPUs, different CPUs however many were closed before.
unsigned Warden::lowestFreeNumber() const {
    unsigned number = 0;
    while (std::any_of(m_boxes.begin(), m_boxes.end(), [&](const auto& box) { return box->number == number; })) {
        ++number;
    }
    return number;
}

/// Returns the judge's end of the new box's socket; the keeper itself tells over it whether the box came about.
Prepared<UniqueFd> Warden::openBox(const protocol::OpenBox& request) {
    auto judgeSockets = makeSocketPair();
    auto helperSockets = makeSocketPair();
    if (!judgeSockets || !helperSockets) {
        return failedStep("make a socket");
    }
    BoxPlan plan;
    plan.visiblePaths = request.visiblePaths;
    const unsigned number = lowestFreeNumber();
    plan.boxNumber = number;
    const auto identity = identityFor(plan.boxNumber);
    if (!identity) {
        return tl::unexpected<SetupFailure>(identity.error());
    }
    plan.identity = *identity;
    plan.cgroups = m_cgroups.available();
    plan.judge = std::move(judgeSockets->theirs);
    plan.helper = std::move(helperSockets->theirs);
    if (const auto started = startKeeper(std::move(plan), *helperSockets); !started) {
        return tl::unexpected<SetupFailure>(started.error());
    }
    m_boxes.back()->number = number;
    m_boxes.back()->socket = std::move(helperSockets->ours);
    return std::move(judgeSockets->ours);
}

Prepared<> Warden::startKeeper(BoxPlan plan, const SocketPair& helperSockets) {
    const auto keeper =
        static_cast<pid_t>(::syscall(SYS_clone, BoxNamespaces | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
    STEP("make namespaces", keeper);
    if (keeper == 0) {
        // Only its own two sockets: a keeper that held another's would keep that box from seeing its judge leave.
        const int kept[] = {std::min(plan.judge.get(), plan.helper.get()),
                            std::max(plan.judge.get(), plan.helper.get())};
        ::syscall(SYS_close_range, 3U, static_cast<unsigned>(kept[0] - 1), 0);
        ::syscall(SYS_close_range, static_cast<unsigned>(kept[0] + 1), static_cast<unsigned>(kept[1] - 1), 0);
        ::syscall(SYS_close_range, static_cast<unsigned>(kept[1] + 1), ~0U, 0);
        ::_exit(runKeeper(std::move(plan), m_policy));
    }
    if (const auto mapped = writeIdentityMaps(keeper, plan.identity); !mapped) {
        ::kill(keeper, SIGKILL);
        ::waitpid(keeper, nullptr, 0);
        return mapped;
    }
    m_boxes.push_back(std::make_unique<OpenBox>());
    m_boxes.back()->keeper = keeper;
    STEP("wake the keeper", ::write(helperSockets.ours.get(), "m", 1));
    return {};
}

bool Warden::serveKeeper(OpenBox& box) {
    protocol::Packet packet;
    if (protocol::receivePacket(box.socket.get(), packet) != protocol::Received::Packet) {
        return false;
    }
    const auto kind = protocol::kindOf(packet.bytes);
    if (const auto request = protocol::decode<protocol::LeaseCgroup>(packet.bytes)) {
        lease(box, *request);
    } else if (kind == protocol::Kind::ReturnCgroup) {
        returnCgroup(box);
    }
    return true;
}

void Warden::lease(OpenBox& box, const protocol::LeaseCgroup& request) {
    box.cgroup = m_cgroups.make(request.memory, request.processes);
    const std::vector<UniqueFd> files =
        box.cgroup.folders.empty() ? std::vector<UniqueFd>() : Cgroup1Tree::open(box.cgroup);
    if (files.empty()) {
        const protocol::SetupFailed failure{"make the run's cgroup", errno};
        returnCgroup(box);
        protocol::sendPacket(box.socket.get(), protocol::encode(failure));
        return;
    }
    std::vector<int> descriptors;
    for (const UniqueFd& file : files) {
        descriptors.push_back(file.get());
    }
    protocol::sendPacket(box.socket.get(), protocol::encode(protocol::CgroupLeased{}), descriptors);
}

void Warden::returnCgroup(OpenBox& box) {
    std::erase_if(m_busyCgroups, Cgroup1Tree::remove);
    if (!Cgroup1Tree::remove(box.cgroup)) {
        m_busyCgroups.push_back(std::move(box.cgroup));
    }
    box.cgroup = {};
}

void Warden::closeBox(OpenBox& box) {
    ::kill(box.keeper, SIGKILL);
    ::waitpid(box.keeper, nullptr, 0);
    returnCgroup(box);
    box.keeper = -1;
}

/// A run's init dies with its keeper and falls to this process. A dead keeper is left to closeBox(), so that no pid
/// that is kept here becomes another process's.
void Warden::reapOrphans() {
    const auto isKeeper = [this](pid_t pid) {
        return std::any_of(m_boxes.begin(), m_boxes.end(), [pid](const auto& box) { return box->keeper == pid; });
    };
    siginfo_t dead{};
    while (::waitid(P_ALL, 0, &dead, WEXITED | WNOHANG | WNOWAIT) == 0 && dead.si_pid > 0 && !isKeeper(dead.si_pid)) {
        ::waitpid(dead.si_pid, nullptr, 0);
        dead.si_pid = 0;
    }
}

void Warden::endEverything() {
    for (const auto& box : m_boxes) {
        ::kill(box->keeper, SIGKILL);
    }
    while (::waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {
    }
    m_cgroups.removeAll();
}

} // namespace

int runWarden(UniqueFd judge) {
    ::setsid();
    ::signal(SIGPIPE, SIG_IGN);
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    auto policy = SeccompPolicy::compile();
    if (!policy) {
        const protocol::SetupFailed failure{policy.error().step, policy.error().error};
        protocol::sendPacket(judge.get(), protocol::encode(failure));
        return 1;
    }
    protocol::Packet packet;
    const bool received = protocol::receivePacket(judge.get(), packet) == protocol::Received::Packet;
    const auto begin = received ? protocol::decode<protocol::Begin>(packet.bytes) : std::nullopt;
    if (!begin) {
        return 1;
    }
    Warden warden(std::move(judge), std::move(*policy), *begin);
    warden.sayHello();
    warden.serve();
    warden.endEverything();
    return 0;
}

} // namespace grindstone::sandbox::helper
