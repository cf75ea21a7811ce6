// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/helper/sweeper.h"

#include "sandbox/base/sys.h"
#include "sandbox/helper/bare_folders.h"
#include "sandbox/helper/cgroup_files.h"
#include "sandbox/helper/owned_folders.h"
#include "sandbox/helper/sockets.h"
#include "sandbox/protocol/packet.h"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>

namespace grindstone::sandbox::helper {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int RetryMs = 10;                             ///< a dying process leaves its cgroup within that, as a rule
constexpr auto LastPatience = std::chrono::seconds(30); ///< after the warden's end

class SweeperProcess {
public:
    SweeperProcess(int socket, std::vector<std::string> cgroups, std::string files)
        : m_socket(socket), m_cgroups(std::move(cgroups)), m_files(std::move(files)) {}

    void sweepUntilTheWardenLeaves();
    void removeEverything() const;

private:
    int m_socket;
    bool isFiles(const std::string& folder) const { return !m_files.empty() && folder.starts_with(m_files); }
    bool remove(const std::string& folder) const {
        return isFiles(folder) ? removeTree(folder, CallKey::none()) : removeCgroup(folder);
    }

    std::vector<std::string> m_cgroups;
    std::string m_files;
    std::vector<std::string> m_busy; ///< not empty yet
};

void SweeperProcess::sweepUntilTheWardenLeaves() {
    while (true) {
        pollfd source{m_socket, POLLIN, 0};
        const int ready = ::poll(&source, 1, m_busy.empty() ? -1 : RetryMs);
        protocol::Packet packet;
        if (ready > 0 && protocol::receivePacket(m_socket, packet) != protocol::Received::Packet) {
            return;
        }
        if (const auto order = protocol::decode<protocol::Sweep>(packet.bytes)) {
            m_busy.insert(m_busy.end(), order->folders.begin(), order->folders.end());
        }
        std::erase_if(m_busy, [this](const std::string& folder) { return remove(folder); });
    }
}

/// The kernel kills what the warden started when that ends, so that all of it is empty soon. The leaf of a version 2
/// scope, which holds this very process, goes with its scope.
void SweeperProcess::removeEverything() const {
    const auto deadline = Clock::now() + LastPatience;
    std::vector<std::string> left = m_cgroups;
    if (!m_files.empty()) {
        left.push_back(m_files);
    }
    while (!left.empty() && Clock::now() < deadline) {
        std::erase_if(left, [this](const std::string& parent) {
            return remove(parent) || subfolders(parent) == std::vector<std::string>{"helper"};
        });
        if (!left.empty()) {
            ::poll(nullptr, 0, RetryMs);
        }
    }
}

} // namespace

Prepared<Sweeper> Sweeper::start(const std::vector<std::string>& cgroups, const std::string& files) {
    auto sockets = makeSocketPair();
    PREPARE(sockets);
    const pid_t pid = ::fork();
    STEP("start the sweeper", pid);
    if (pid == 0) {
        ::prctl(PR_SET_NAME, "grind-sweeper");
        ::setsid(); // A signal to the warden's group is not for it.
        const int socket = ::dup2(sockets->theirs.get(), 0);
        ::syscall(SYS_close_range, 1U, ~0U, 0);
        SweeperProcess sweeper(socket, cgroups, files);
        sweeper.sweepUntilTheWardenLeaves();
        sweeper.removeEverything();
        ::_exit(0);
    }
    return Sweeper(pid, std::move(sockets->ours));
}

void Sweeper::sweep(const std::vector<std::string>& folders) const {
    protocol::sendPacket(m_socket.get(), protocol::encode(protocol::Sweep{folders}));
}

void Sweeper::finish() {
    m_socket.reset();
    retryInterrupted([this] { return ::waitpid(m_pid, nullptr, 0); });
}

} // namespace grindstone::sandbox::helper
