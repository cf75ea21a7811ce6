// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/warden.h"

#include "sandbox/base/sys.h"
#include "sandbox/helper/bare_folders.h"
#include "sandbox/helper/cgroup_tree.h"
#include "sandbox/helper/child_signals.h"
#include "sandbox/helper/cpu_choice.h"
#include "sandbox/helper/keeper.h"
#include "sandbox/helper/landlock.h"
#include "sandbox/helper/sockets.h"
#include "sandbox/helper/sweeper.h"
#include "sandbox/protocol/messages.h"
#include "sandbox/protocol/packet.h"

#include <linux/close_range.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
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

/// A box as the warden knows it.
struct OpenBox {
    pid_t keeper = -1;
    unsigned number = 0;
    unsigned cpu = 0;
    protocol::OpenBox shows;
    std::string name;               ///< no other box of this helper has or had it
    UniqueFd socket;                ///< to the keeper
    std::vector<RunCgroup> cgroups; ///< of the run that is ready or under way, and of the next
};

class Warden {
public:
    Warden(UniqueFd judge, SeccompPolicy policy, Isolation isolation, FoundCgroups cgroups)
        : m_judge(std::move(judge)), m_policy(std::move(policy)), m_isolation(isolation),
          m_cgroups(std::move(cgroups)) {}

    Prepared<> start();
    void serve();
    void endEverything();

private:
    bool serveJudge();
    unsigned lowestFreeNumber() const;
    std::vector<Neighbour> neighboursOf(const protocol::OpenBox& request) const;
    Prepared<UniqueFd> openBox(const protocol::OpenBox& request);
    Prepared<> startKeeper(BoxPlan plan, const SocketPair& helperSockets);
    /// False when the keeper is gone.
    bool serveKeeper(OpenBox& box);
    void lease(OpenBox& box);
    void returnCgroup(OpenBox& box, std::uint64_t id);
    void closeBox(OpenBox& box);
    void reapOrphans();
    Prepared<> startSweeper();
    std::string folderOf(const std::string& box) const { return m_folder + "/" + box; }

    UniqueFd m_judge;
    SeccompPolicy m_policy;
    Isolation m_isolation;
    FoundCgroups m_cgroups;
    std::string m_folder;             ///< of files, for boxes without a root of their own
    std::optional<Sweeper> m_sweeper; ///< where there is anything to sweep
    UniqueFd m_childSignals;
    std::vector<std::unique_ptr<OpenBox>> m_boxes;
    unsigned m_opened = 0;
};

Prepared<> Warden::start() {
    // So that nobody who falls to this process stays dead and unreaped until something else happens.
    auto childSignals = watchChildren();
    PREPARE(childSignals);
    m_childSignals = std::move(*childSignals);
    if (m_isolation == Isolation::None) {
        auto folder = makeHelperFolder();
        PREPARE(folder);
        m_folder = std::move(*folder);
    }
    if (m_cgroups.tree || !m_folder.empty()) {
        PREPARE(startSweeper());
    }
    protocol::Hello hello;
    hello.landlockAbi = landlockAbi();
    hello.cgroup = m_cgroups.tree ? m_cgroups.tree->version() : protocol::CgroupVersion::None;
    hello.cgroupReasons = m_cgroups.reasons;
    protocol::sendPacket(m_judge.get(), protocol::encode(hello));
    return {};
}

void Warden::serve() {
    while (true) {
        std::vector<pollfd> sources;
        for (const auto& box : m_boxes) {
            sources.push_back({box->socket.get(), POLLIN, 0});
        }
        const std::size_t judge = sources.size();
        sources.push_back({m_judge.get(), POLLIN, 0});
        sources.push_back({m_childSignals.get(), POLLIN, 0});
        if (::poll(sources.data(), sources.size(), -1) < 0 && errno != EINTR) {
            return;
        }
        for (std::size_t i = 0; i < judge; ++i) {
            if (sources[i].revents != 0 && !serveKeeper(*m_boxes[i])) {
                closeBox(*m_boxes[i]);
            }
        }
        std::erase_if(m_boxes, [](const auto& box) { return box->keeper < 0; });
        reapOrphans();
        if (sources[judge].revents != 0 && !serveJudge()) {
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
        return sendFailure(m_judge.get(), box.error());
    }
    const int descriptor = box->get();
    return protocol::sendPacket(m_judge.get(), protocol::encode(protocol::BoxOpened{}), {&descriptor, 1});
}

/// So that few boxes have different users however many were closed before.
unsigned Warden::lowestFreeNumber() const {
    unsigned number = 0;
    while (std::any_of(m_boxes.begin(), m_boxes.end(), [&](const auto& box) { return box->number == number; })) {
        ++number;
    }
    return number;
}

std::vector<Neighbour> Warden::neighboursOf(const protocol::OpenBox& request) const {
    std::vector<Neighbour> neighbours;
    for (const auto& box : m_boxes) {
        const bool alike =
            box->shows.visiblePaths == request.visiblePaths && box->shows.caseFolder == request.caseFolder;
        neighbours.push_back({box->cpu, alike});
    }
    return neighbours;
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
    plan.caseFolder = request.caseFolder;
    plan.isolation = m_isolation;
    plan.warden = ::getpid();
    const std::string name = "box" + std::to_string(++m_opened);
    if (m_isolation == Isolation::None) {
        plan.places.base = folderOf(name);
    }
    const unsigned number = lowestFreeNumber();
    const auto identity = identityFor(number);
    if (!identity) {
        return tl::unexpected<SetupFailure>(identity.error());
    }
    plan.identity = *identity;
    const unsigned cpu = chooseCpu(neighboursOf(request));
    plan.cpu = cpu;
    plan.cgroups = m_cgroups.tree != nullptr;
    plan.judge = std::move(judgeSockets->theirs);
    plan.helper = std::move(helperSockets->theirs);
    if (const auto started = startKeeper(std::move(plan), *helperSockets); !started) {
        return tl::unexpected<SetupFailure>(started.error());
    }
    m_boxes.back()->number = number;
    m_boxes.back()->cpu = cpu;
    m_boxes.back()->shows = request;
    m_boxes.back()->name = name;
    m_boxes.back()->socket = std::move(helperSockets->ours);
    return std::move(judgeSockets->ours);
}

Prepared<> Warden::startKeeper(BoxPlan plan, const SocketPair& helperSockets) {
    const bool bare = plan.isolation == Isolation::None;
    const auto keeper = static_cast<pid_t>(
        ::syscall(SYS_clone, (bare ? 0 : BoxNamespaces) | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
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
    if (const auto mapped = bare ? Prepared<>() : writeIdentityMaps(keeper, plan.identity); !mapped) {
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
    if (protocol::kindOf(packet.bytes) == protocol::Kind::LeaseCgroup) {
        lease(box);
    } else if (const auto returned = protocol::decode<protocol::ReturnCgroup>(packet.bytes)) {
        returnCgroup(box, returned->id);
        lease(box); // for the run after the one that is ready
    }
    return true;
}

void Warden::lease(OpenBox& box) {
    RunCgroup cgroup = m_cgroups.tree->make(box.name);
    if (cgroup.folders.empty()) {
        sendFailure(box.socket.get(), {"make the run's cgroup", errno});
        return;
    }
    std::vector<int> descriptors;
    for (const UniqueFd& file : cgroup.files) {
        descriptors.push_back(file.get());
    }
    protocol::sendPacket(box.socket.get(), protocol::encode(cgroup.lease), descriptors);
    cgroup.files.clear();
    box.cgroups.push_back(std::move(cgroup));
}

void Warden::returnCgroup(OpenBox& box, std::uint64_t id) {
    std::erase_if(box.cgroups, [&](const RunCgroup& cgroup) {
        if (cgroup.lease.id == id) {
            m_sweeper->sweep(cgroup.folders);
        }
        return cgroup.lease.id == id;
    });
}

void Warden::closeBox(OpenBox& box) {
    ::kill(box.keeper, SIGKILL);
    ::waitpid(box.keeper, nullptr, 0);
    for (const RunCgroup& cgroup : box.cgroups) {
        m_sweeper->sweep(cgroup.folders);
    }
    if (m_cgroups.tree) {
        m_sweeper->sweep(m_cgroups.tree->keptFolders(box.name));
    }
    if (!m_folder.empty()) {
        m_sweeper->sweep({folderOf(box.name)});
    }
    box.keeper = -1;
}

/// A run's init dies with its keeper and falls to this process. A dead keeper is left to closeBox(), so that no pid
/// that is kept here becomes another process's.
void Warden::reapOrphans() {
    forgetChildSignals(m_childSignals);
    const auto isKeeper = [this](pid_t pid) {
        return std::any_of(m_boxes.begin(), m_boxes.end(), [pid](const auto& box) { return box->keeper == pid; });
    };
    siginfo_t dead{};
    while (::waitid(P_ALL, 0, &dead, WEXITED | WNOHANG | WNOWAIT) == 0 && dead.si_pid > 0 && !isKeeper(dead.si_pid)) {
        ::waitpid(dead.si_pid, nullptr, 0);
        if (m_sweeper && dead.si_pid == m_sweeper->pid()) {
            [[maybe_unused]] const auto replaced = startSweeper(); // Somebody killed it.
        }
        dead.si_pid = 0;
    }
}

Prepared<> Warden::startSweeper() {
    auto sweeper = Sweeper::start(m_cgroups.tree ? m_cgroups.tree->parents() : std::vector<std::string>(), m_folder);
    PREPARE(sweeper);
    m_sweeper.emplace(std::move(*sweeper));
    return {};
}

void Warden::endEverything() {
    for (const auto& box : m_boxes) {
        ::kill(box->keeper, SIGKILL);
    }
    m_boxes.clear();
    if (m_sweeper) {
        m_sweeper->finish();
    }
    while (::waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {
    }
}

} // namespace

int runWarden(UniqueFd judge) {
    ::setsid();
    ::signal(SIGPIPE, SIG_IGN);
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    protocol::Packet packet;
    const bool received = protocol::receivePacket(judge.get(), packet) == protocol::Received::Packet;
    const auto begin = received ? protocol::decode<protocol::Begin>(packet.bytes) : std::nullopt;
    if (!begin) {
        return 1;
    }
    const int socket = judge.get();
    FoundCgroups cgroups = findCgroups(*begin);
    const Isolation isolation = begin->namespaces ? Isolation::Namespaces : Isolation::None;
    auto policy = SeccompPolicy::compile(isolation, cgroups.tree ? Counting::ByCgroup : Counting::ByReadings);
    if (!policy) {
        sendFailure(socket, policy.error());
        return 1;
    }
    Warden warden(std::move(judge), std::move(*policy), isolation, std::move(cgroups));
    if (const auto started = warden.start(); !started) {
        sendFailure(socket, started.error());
        return 1;
    }
    warden.serve();
    warden.endEverything();
    return 0;
}

} // namespace grindstone::sandbox::helper
