// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/box_client.h"
#include "sandbox/helper_process.h"
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

/// Without namespaces only Landlock keeps a program from sending signals to everything of the person's; see
/// Documentation/userspace-api/landlock.rst, "scoped".
constexpr int LandlockWithScopes = 6;

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

/// Why the helper has no cgroup that it may divide; empty when the service manager has just given it one.
std::string askForScope(const SandboxOptions& options, pid_t helper) {
    if (!options.cgroup2) {
        return "cgroups of version 2 are switched off";
    }
    if (!hasUnifiedHierarchy()) {
        return "this system has no cgroups of version 2 with memory and pids";
    }
    const auto moved = moveIntoDelegatedScope(helper);
    return moved ? std::string() : moved.error().detail;
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

Capabilities capabilitiesFrom(const protocol::Hello& hello) {
    Capabilities found;
    found.landlockAbi = hello.landlockAbi;
    found.reasons = hello.cgroupReasons;
    switch (hello.cgroup) {
    case protocol::CgroupVersion::Two:
        found.tier = Tier::Full;
        found.memory = MemorySource::Cgroup2;
        break;
    case protocol::CgroupVersion::One:
        found.tier = Tier::FullCgroup1;
        found.memory = MemorySource::Cgroup1;
        found.reasons.insert(found.reasons.begin(), "cgroups of version 1 are used");
        break;
    case protocol::CgroupVersion::None:
        found.tier = Tier::NoCgroup;
        found.memory = MemorySource::Readings;
        found.reasons.insert(found.reasons.begin(), "memory and CPU time are approximate, without cgroups");
        break;
    }
    return found;
}

std::string weakerThanBefore(const Capabilities& found, Tier before) {
    std::string reasons;
    for (const std::string& reason : found.reasons) {
        reasons += (reasons.empty() ? "" : "; ") + reason;
    }
    return "the sandbox helper was started again and can only do less than before (" + std::string(code(found.tier)) +
           " instead of " + std::string(code(before)) + "): " + reasons;
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
    void doWithoutNamespaces();

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
    const protocol::Begin begin{m_options.cgroup2, m_options.cgroup1, m_namespaces,
                                askForScope(m_options, m_helper->pid())};
    return capabilitiesFrom(TRY(greet(*m_helper, begin, m_path)));
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
        if (m_options.allowNoNamespaces) {
            doWithoutNamespaces();
        }
    }
}

/// The last rung of the ladder, for those who allowed it.
void SandboxClient::doWithoutNamespaces() {
    std::vector<std::string>& reasons = m_capabilities.reasons;
    if (m_capabilities.landlockAbi < LandlockWithScopes) {
        reasons.push_back("to do without namespaces takes Landlock of version 6; here it is " +
                          std::to_string(m_capabilities.landlockAbi));
        return;
    }
    m_namespaces = false;
    m_helper.reset();
    const Result<Capabilities> found = startAndGreet();
    const std::optional<Error> failure = found ? tryOut() : found.error();
    if (failure) {
        reasons.push_back("nor without namespaces: " + failure->detail);
        return;
    }
    m_capabilities.tier = Tier::NoNamespaces;
    reasons.push_back(
        "Landlock and a filter of system calls alone hold programs: they share the person's network and "
        "process tables without being let near them, see the names of files, and leave their files on the "
        "disk until their run has ended");
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
    auto probed = takeProbed(options);
    return probed ? Result<std::unique_ptr<Box>>(std::move(probed)) : openNewBox(options);
}

/// The keeper of a new box may be killed before the box is open, or its helper with it: then once more.
Result<std::unique_ptr<Box>> SandboxClient::openNewBox(const BoxOptions& options) {
    if (m_capabilities.tier == Tier::None) {
        return fail("sandbox.none", m_capabilities.reasons.front());
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
