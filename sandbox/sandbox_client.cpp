// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/box_client.h"
#include "sandbox/case_folder.h"
#include "sandbox/helper_process.h"
#include "sandbox/obstacles.h"
#include "sandbox/protocol/messages.h"
#include "sandbox/protocol/packet.h"
#include "sandbox/sandbox.h"
#include "sandbox/user_scope.h"

#include <cerrno>
#include <linux/magic.h>
#include <sys/vfs.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <optional>
#include <set>

namespace grindstone::sandbox {

namespace {

/// Whether cgroups of version 2 are all there is, with the controllers that limits need.
bool hasUnifiedHierarchy() {
    struct statfs system {};
    if (::statfs("/sys/fs/cgroup", &system) != 0 || system.f_type != CGROUP2_SUPER_MAGIC) {
        return false;
    }
    std::ifstream file("/sys/fs/cgroup/cgroup.controllers");
    const std::set<std::string> controllers{std::istream_iterator<std::string>(file), {}};
    return controllers.contains("memory") && controllers.contains("pids");
}

/// Has the service manager give the helper a cgroup that it may divide.
Result<void> askForScope(const SandboxOptions& options, pid_t helper) {
    if (!options.cgroup2) {
        return fail("sandbox.switched-off", "cgroups of version 2 are switched off");
    }
    if (!hasUnifiedHierarchy()) {
        return fail("sandbox.no-cgroup2", "this system has no cgroups of version 2 with memory and pids");
    }
    return moveIntoDelegatedScope(helper);
}

/// Tells the helper what it may use, and hears what it can do.
Result<protocol::Hello> greet(const HelperProcess& helper, const protocol::Begin& begin, const std::string& path) {
    protocol::Packet packet;
    if (!protocol::sendPacket(helper.socket(), protocol::encode(begin)) ||
        protocol::receivePacket(helper.socket(), packet) != protocol::Received::Packet) {
        return fail("sandbox.helper-failed", path + " ended at once");
    }
    if (auto hello = protocol::decode<protocol::Hello>(packet.bytes)) {
        return std::move(*hello);
    }
    const auto failure = protocol::decode<protocol::SetupFailed>(packet.bytes);
    return failure ? fail(setupError(*failure)) : fail("sandbox.helper-failed", path + " is of another version");
}

/// The helper's reasons: of version 2 first, then of version 1.
std::vector<Obstacle> cgroupObstacles(const protocol::Hello& hello, const SandboxOptions& options,
                                      const std::optional<Error>& scope) {
    std::vector<Obstacle> obstacles;
    const Surroundings here = readSurroundings();
    if (!hello.cgroupReasons.empty()) {
        obstacles.push_back(cgroup2Obstacle(scope, hello.cgroupReasons[0], here));
    }
    if (hello.cgroupReasons.size() > 1) {
        obstacles.push_back(cgroup1Obstacle(hello.cgroupReasons[1], here));
        obstacles.back().cause = options.cgroup1 ? obstacles.back().cause : Cause::SwitchedOff;
    }
    if (auto landlock = landlockObstacle(hello.landlockAbi, OldestLandlock, here)) {
        obstacles.push_back(std::move(*landlock));
    }
    return obstacles;
}

Capabilities capabilitiesFrom(const protocol::Hello& hello) {
    Capabilities found;
    found.landlockAbi = hello.landlockAbi;
    switch (hello.cgroup) {
    case protocol::CgroupVersion::Two:
        found.tier = Tier::Full;
        found.memory = MemorySource::Cgroup2;
        break;
    case protocol::CgroupVersion::One:
        found.tier = Tier::FullCgroup1;
        found.memory = MemorySource::Cgroup1;
        break;
    case protocol::CgroupVersion::None:
        found.tier = Tier::NoCgroup;
        found.memory = MemorySource::Readings;
        break;
    }
    return found;
}

std::string weakerThanBefore(const Capabilities& found, Tier before) {
    return "the sandbox helper was started again and can only do less than before (" + std::string(code(found.tier)) +
           " instead of " + std::string(code(before)) + "): " + details(found);
}

/// A helper may be killed at any moment. The next openBox() then starts another; the boxes of the dead one fail with
/// "sandbox.box-lost" and are replaced by their owners.
class SandboxClient final : public Sandbox {
public:
    SandboxClient(std::string helperPath, const SandboxOptions& options)
        : m_path(std::move(helperPath)), m_options(options), m_namespaces(options.namespaces) {}

    Result<void> start();
    void findTier();

    Result<std::unique_ptr<Box>> openBox(const BoxOptions& options) override;
    Result<std::unique_ptr<Box>> openNewBox(const BoxOptions& options) override;
    const Capabilities& capabilities() const override { return m_capabilities; }

private:
    Result<Capabilities> startAndGreet();
    Result<void> restart();
    Result<std::unique_ptr<Box>> openBoxOnce(const BoxOptions& options);
    Result<UniqueFd> orderBox(const BoxOptions& options);
    Result<UniqueFd> askForBox(const BoxOptions& options);
    std::unique_ptr<Box> takeProbed(const BoxOptions& options);
    std::optional<Error> tryOut();
    void findNoNamespaces(const Error& error);
    std::optional<Obstacle> doWithoutNamespaces();

    const std::string m_path;
    const SandboxOptions m_options;
    bool m_namespaces;                     ///< whether a helper is to use them
    Capabilities m_capabilities;           ///< settled before anybody else sees this object
    std::mutex m_mutex;                    ///< over what follows; held while a helper starts, not while a box opens
    std::optional<HelperProcess> m_helper; ///< none once it is known to have ended
    std::unique_ptr<Box> m_probed;         ///< the box that the probe ran in, for the first who needs a plain one
};

Result<void> SandboxClient::start() {
    m_capabilities = TRY(startAndGreet());
    return {};
}

Result<Capabilities> SandboxClient::startAndGreet() {
    m_helper.emplace(TRY(startHelper(m_path)));
    const auto moved = askForScope(m_options, m_helper->pid());
    const std::optional<Error> noScope = moved ? std::nullopt : std::optional(moved.error());
    const protocol::Begin begin{m_options.cgroup2, m_options.cgroup1, m_namespaces, noScope ? noScope->detail : ""};
    const protocol::Hello hello = TRY(greet(*m_helper, begin, m_path));
    Capabilities found = capabilitiesFrom(hello);
    found.obstacles = cgroupObstacles(hello, m_options, noScope);
    return found;
}

/// What was promised when the first helper started must hold: a helper that can do less is not used.
Result<void> SandboxClient::restart() {
    m_probed.reset();
    m_helper.reset();
    Result<Capabilities> found = startAndGreet();
    if (!found || found->tier > m_capabilities.tier) {
        m_helper.reset();
        return found ? fail("sandbox.helper-failed", weakerThanBefore(*found, m_capabilities.tier))
                     : fail(std::move(found).error());
    }
    return {};
}

/// Really runs a program in a box: the only proof that this kernel and this user allow it. Nothing when it worked.
std::optional<Error> SandboxClient::tryOut() {
    LaunchSpec spec;
    spec.arguments = {"/usr/bin/true"};
    auto box = openBoxOnce({});
    if (!box) {
        return box.error();
    }
    const auto outcome = (*box)->run(spec, {});
    if (!outcome) {
        return outcome.error();
    }
    m_probed = std::move(*box);
    return std::nullopt;
}

void SandboxClient::findTier() {
    const std::optional<Error> failure =
        m_options.namespaces ? tryOut() : Error{"sandbox.setup", "namespaces are switched off"};
    m_capabilities.userNamespaces = !failure;
    if (failure) {
        findNoNamespaces(*failure);
    }
}

/// The last rung of the ladder. It is tried also where it isn't allowed, so as to tell whether allowing it would help;
/// the probe is no foreign program.
void SandboxClient::findNoNamespaces(const Error& error) {
    m_capabilities.tier = Tier::None;
    std::vector<Obstacle> found{m_options.namespaces ? isolationObstacle(error.detail, readSurroundings(), m_path)
                                                     : Obstacle{Tier::NoCgroup, Cause::SwitchedOff, error.detail, {}}};
    if (auto obstacle = doWithoutNamespaces()) {
        found.push_back(std::move(*obstacle));
    } else {
        m_capabilities.tier = Tier::NoNamespaces;
    }
    std::vector<Obstacle>& obstacles = m_capabilities.obstacles;
    std::erase_if(obstacles, [&](const Obstacle& one) { return one == found.back(); });
    obstacles.insert(obstacles.begin(), found.begin(), found.end());
}

/// Nothing when programs run without namespaces from now on.
std::optional<Obstacle> SandboxClient::doWithoutNamespaces() {
    if (auto tooOld = landlockObstacle(m_capabilities.landlockAbi, LandlockWithScopes, readSurroundings())) {
        return tooOld;
    }
    m_namespaces = false;
    m_helper.reset();
    const Result<Capabilities> started = startAndGreet();
    const std::optional<Error> failure = started ? tryOut() : started.error();
    if (failure) {
        return Obstacle{Tier::NoNamespaces, Cause::BareFails, failure->detail, {}};
    }
    if (m_options.allowNoNamespaces) {
        return std::nullopt;
    }
    m_probed.reset();
    m_helper.reset();
    const Cause cause = m_options.policyForbids ? Cause::ForbiddenByPolicy : Cause::NotAllowed;
    return Obstacle{Tier::NoNamespaces, cause, m_options.permissionFile, {}};
}

Result<std::unique_ptr<Box>> SandboxClient::openBox(const BoxOptions& options) {
    auto probed = takeProbed(options);
    return probed ? Result<std::unique_ptr<Box>>(std::move(probed)) : openNewBox(options);
}

/// The keeper of a new box may be killed before the box is open, or its helper with it: then once more.
Result<std::unique_ptr<Box>> SandboxClient::openNewBox(const BoxOptions& options) {
    if (m_capabilities.tier == Tier::None) {
        return fail("sandbox.none", m_capabilities.obstacles.front().detail);
    }
    if (!options.caseFolder.empty()) {
        TRY(checkCaseFolder(options.caseFolder, m_namespaces));
    }
    Result<std::unique_ptr<Box>> box = openBoxOnce(options);
    const bool lost = !box && box.error().code == "sandbox.box-lost";
    return lost ? openBoxOnce(options) : std::move(box);
}

std::unique_ptr<Box> SandboxClient::takeProbed(const BoxOptions& options) {
    const std::lock_guard lock(m_mutex);
    const bool fits = options == BoxOptions() && m_helper && !m_helper->hasEnded();
    return fits ? std::move(m_probed) : nullptr;
}

Result<std::unique_ptr<Box>> SandboxClient::openBoxOnce(const BoxOptions& options) {
    return openBoxClient(TRY(orderBox(options)));
}

/// The new box's socket, from a new helper when the old one has ended.
Result<UniqueFd> SandboxClient::orderBox(const BoxOptions& options) {
    const std::lock_guard lock(m_mutex);
    if (m_helper) {
        Result<UniqueFd> socket = askForBox(options);
        if (socket || socket.error().code != "sandbox.helper-failed") {
            return socket;
        }
    }
    TRY(restart());
    return askForBox(options);
}

/// Fails with "sandbox.helper-failed" when the helper is of no further use.
Result<UniqueFd> SandboxClient::askForBox(const BoxOptions& options) {
    protocol::Packet packet;
    const bool sent = protocol::sendPacket(
        m_helper->socket(), protocol::encode(protocol::OpenBox{options.visiblePaths, options.caseFolder}));
    if (!sent && errno == EMSGSIZE) {
        return fail("sandbox.setup", "too many paths for one box");
    }
    if (!sent || protocol::receivePacket(m_helper->socket(), packet) != protocol::Received::Packet) {
        return fail("sandbox.helper-failed", "the sandbox helper has ended");
    }
    if (const auto failure = protocol::decode<protocol::SetupFailed>(packet.bytes)) {
        return fail(setupError(*failure));
    }
    if (packet.descriptors.size() != 1) {
        return fail("sandbox.helper-failed", "the sandbox helper answered without a box");
    }
    return std::move(packet.descriptors.front());
}

} // namespace

Result<std::unique_ptr<Sandbox>> Sandbox::start(const std::string& helperPath, const SandboxOptions& options) {
    auto sandbox = std::make_unique<SandboxClient>(helperPath, options);
    TRY(sandbox->start());
    sandbox->findTier();
    return sandbox;
}

std::string findHelper() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    return (program.parent_path() / "../libexec/grindstone/grindstone-sandbox").lexically_normal().string();
}

} // namespace grindstone::sandbox
