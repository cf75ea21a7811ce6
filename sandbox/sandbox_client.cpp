// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/base/sys.h"
#include "sandbox/box_client.h"
#include "sandbox/protocol/messages.h"
#include "sandbox/protocol/packet.h"
#include "sandbox/sandbox.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <mutex>

namespace grindstone::sandbox {

namespace {

constexpr int HelperSocket = 3;

struct Helper {
    pid_t pid = -1;
    UniqueFd socket;
};

/// The attributes of the helper's start: a session of its own, so that Ctrl+C in the terminal is ours to handle, and
/// no signal blocked or ignored.
class SpawnPlan {
public:
    explicit SpawnPlan(int socket) {
        ::posix_spawn_file_actions_init(&m_actions);
        // First, since the socket itself may have one of the numbers below in a process without standard streams.
        ::posix_spawn_file_actions_adddup2(&m_actions, socket, HelperSocket);
        ::posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_addopen(&m_actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addopen(&m_actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addclosefrom_np(&m_actions, HelperSocket + 1);
        ::posix_spawnattr_init(&m_attributes);
        sigset_t signals;
        sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&m_attributes, &signals);
        sigfillset(&signals);
        ::posix_spawnattr_setsigdefault(&m_attributes, &signals);
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnPlan() {
        ::posix_spawn_file_actions_destroy(&m_actions);
        ::posix_spawnattr_destroy(&m_attributes);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    int start(pid_t& pid, const std::string& program) {
        char* const arguments[] = {const_cast<char*>(program.c_str()), nullptr};
        char* const environment[] = {nullptr};
        return ::posix_spawn(&pid, program.c_str(), &m_actions, &m_attributes, arguments, environment);
    }

private:
    posix_spawn_file_actions_t m_actions;
    posix_spawnattr_t m_attributes;
};

Result<Helper> startHelper(const std::string& path) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
        return fail(systemError("sandbox.helper-failed", "socketpair"));
    }
    Helper helper{-1, UniqueFd(ends[0])};
    const UniqueFd theirs(ends[1]);
    if (const int error = SpawnPlan(theirs.get()).start(helper.pid, path); error != 0) {
        return fail("sandbox.helper-missing", path + ": " + std::strerror(error));
    }
    return helper;
}

/// On Ubuntu since 23.10, AppArmor lets only programs with a profile use what a user namespace gives.
bool appArmorForbidsNamespaces() {
    std::ifstream file("/proc/sys/kernel/apparmor_restrict_unprivileged_userns");
    int value = 0;
    return file >> value && value == 1;
}

/// The word as a shell takes it literally.
std::string shellWord(const std::string& word) {
    std::string quoted = "'";
    for (const char c : word) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

/// Names the script that writes and loads the profile; installation and build tree have it at the same place.
std::string appArmorCure(const std::string& helperPath) {
    const std::filesystem::path share = std::filesystem::path(helperPath).parent_path() / "../../share/grindstone";
    const std::string script = (share / "apparmor/install-profile").lexically_normal().string();
    return "sudo " + shellWord(script) + " " + shellWord(helperPath);
}

class SandboxClient final : public Sandbox {
public:
    SandboxClient(std::string helperPath, Helper helper) : m_path(std::move(helperPath)), m_helper(std::move(helper)) {}
    ~SandboxClient() override;

    Result<void> greet(const SandboxOptions& options);
    void probe();

    Result<std::unique_ptr<Box>> openBox(const BoxOptions& options) override;
    const Capabilities& capabilities() const override { return m_capabilities; }

private:
    Result<std::unique_ptr<Box>> askForBox(const BoxOptions& options);
    void describeCgroup(protocol::CgroupVersion version);
    void findNoNamespaces(const Error& error);

    std::string m_path;
    std::string m_scopeReason = "the service manager was not asked for a cgroup";
    Helper m_helper;
    Capabilities m_capabilities;
    std::mutex m_mutex;
    std::unique_ptr<Box> m_probed; ///< the box that the probe ran in, for the first who needs a plain one
};

SandboxClient::~SandboxClient() {
    m_probed.reset();
    m_helper.socket.reset();
    retryInterrupted([&] { return ::waitpid(m_helper.pid, nullptr, 0); });
}

Result<void> SandboxClient::greet(const SandboxOptions& options) {
    const protocol::Begin begin{options.cgroup2, options.cgroup1, options.namespaces, m_scopeReason};
    protocol::Packet packet;
    if (!protocol::sendPacket(m_helper.socket.get(), protocol::encode(begin)) ||
        protocol::receivePacket(m_helper.socket.get(), packet) != protocol::Received::Packet) {
        return fail("sandbox.helper-failed", m_path + " ended at once");
    }
    const auto hello = protocol::decode<protocol::Hello>(packet.bytes);
    if (!hello) {
        const auto failure = protocol::decode<protocol::SetupFailed>(packet.bytes);
        return failure ? fail(setupError(*failure)) : fail("sandbox.helper-failed", m_path + " is of another version");
    }
    m_capabilities.landlockAbi = hello->landlockAbi;
    m_capabilities.reasons = hello->cgroupReasons;
    describeCgroup(hello->cgroup);
    return {};
}

void SandboxClient::describeCgroup(protocol::CgroupVersion version) {
    switch (version) {
    case protocol::CgroupVersion::Two:
        m_capabilities.memory = MemorySource::Cgroup2;
        m_capabilities.tier = Tier::Full;
        return;
    case protocol::CgroupVersion::One:
        m_capabilities.memory = MemorySource::Cgroup1;
        m_capabilities.tier = Tier::FullCgroup1;
        m_capabilities.reasons.insert(m_capabilities.reasons.begin(), "cgroups of version 1 are used");
        return;
    case protocol::CgroupVersion::None:
        break;
    }
    m_capabilities.memory = MemorySource::Readings;
    m_capabilities.tier = Tier::NoCgroup;
    m_capabilities.reasons.insert(m_capabilities.reasons.begin(),
                                  "memory and CPU time are approximate, without cgroups");
}

/// Really runs a program in a box: the only proof that this kernel and this user allow it.
void SandboxClient::probe() {
    LaunchSpec spec;
    spec.arguments = {"/usr/bin/true"};
    auto box = askForBox({});
    if (!box) {
        findNoNamespaces(box.error());
        return;
    }
    const auto outcome = (*box)->run(spec, {});
    if (!outcome) {
        findNoNamespaces(outcome.error());
        return;
    }
    m_capabilities.userNamespaces = true;
    m_probed = std::move(*box);
}

void SandboxClient::findNoNamespaces(const Error& error) {
    m_capabilities.tier = Tier::None;
    m_capabilities.reasons.insert(m_capabilities.reasons.begin(), "no program can be isolated here: " + error.detail);
    if (appArmorForbidsNamespaces()) {
        m_capabilities.reasons.insert(m_capabilities.reasons.begin() + 1,
                                      "AppArmor keeps programs without a profile from using user namespaces");
        m_capabilities.cure = appArmorCure(m_path);
    }
}

Result<std::unique_ptr<Box>> SandboxClient::openBox(const BoxOptions& options) {
    if (m_capabilities.tier == Tier::None) {
        return fail("sandbox.none", m_capabilities.reasons.front());
    }
    const std::lock_guard lock(m_mutex);
    if (options.visiblePaths.empty() && m_probed) {
        return std::move(m_probed);
    }
    return askForBox(options);
}

Result<std::unique_ptr<Box>> SandboxClient::askForBox(const BoxOptions& options) {
    protocol::Packet packet;
    if (!protocol::sendPacket(m_helper.socket.get(),
                              protocol::encode(protocol::OpenBox{options.visiblePaths, options.caseFolder})) ||
        protocol::receivePacket(m_helper.socket.get(), packet) != protocol::Received::Packet) {
        return fail("sandbox.helper-failed", "the sandbox helper has ended");
    }
    if (const auto failure = protocol::decode<protocol::SetupFailed>(packet.bytes)) {
        return fail(setupError(*failure));
    }
    if (packet.descriptors.size() != 1) {
        return fail("sandbox.helper-failed", "the sandbox helper answered without a box");
    }
    return openBoxClient(std::move(packet.descriptors.front()));
}

} // namespace

Result<std::unique_ptr<Sandbox>> Sandbox::start(const std::string& helperPath, const SandboxOptions& options) {
    auto sandbox = std::make_unique<SandboxClient>(helperPath, TRY(startHelper(helperPath)));
    TRY(sandbox->greet(options));
    sandbox->probe();
    return sandbox;
}

std::string findHelper() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    return (program.parent_path() / "../libexec/grindstone/grindstone-sandbox").lexically_normal().string();
}

} // namespace grindstone::sandbox
