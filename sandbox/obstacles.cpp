// SPDX-License-Identifier: GPL-3.0-or-later
//
// The kernel says no with a number that many causes share. Which it was is concluded from the step that failed, the
// number, and what can be read of the surroundings; the most certain conclusion comes first.
#include "sandbox/obstacles.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace grindstone::sandbox {

namespace {

/// The word as a shell takes it literally.
std::string shellWord(const std::string& word) {
    std::string quoted = "'";
    for (const char c : word) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

/// A command that root must run; root in a container often has no sudo.
std::string asRoot(const std::string& command, const Surroundings& here) {
    return (here.root ? "" : "sudo ") + command;
}

/// Names the script that writes and loads the profile; installation and build tree have it at the same place.
std::string appArmorCure(const std::string& helperPath) {
    const std::filesystem::path share = std::filesystem::path(helperPath).parent_path() / "../../share/grindstone";
    const std::string script = (share / "apparmor/install-profile").lexically_normal().string();
    return "sudo " + shellWord(script) + " " + shellWord(helperPath);
}

std::string delegationCure() {
    const std::string folder = "/etc/systemd/system/user@.service.d";
    return "sudo mkdir -p " + folder + " && printf '[Service]\\nDelegate=cpu memory pids\\n' | sudo tee " + folder +
           "/grindstone.conf && sudo systemctl daemon-reload";
}

/// "mount /proc: Operation not permitted" taken apart.
struct Failure {
    std::string text;

    bool at(std::string_view step) const { return text.starts_with(std::string(step) + ":"); }
    bool with(int error) const { return text.ends_with(std::string(": ") + std::strerror(error)); }
    bool isRefusal() const { return with(EPERM) || with(EACCES); }
};

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) {
        all += (all.empty() ? "" : ", ") + word;
    }
    return all;
}

/// What makes the kernel refuse namespaces, or what they give, to this process.
Cause causeOfRefusal(const Surroundings& here) {
    if (!here.root && here.appArmorRestricts) {
        return Cause::AppArmorRestricts;
    }
    if (!here.root && here.unprivilegedUserNamespaces == 0) {
        return Cause::UserNamespacesDisabled;
    }
    if (here.filtered) {
        return Cause::Filtered;
    }
    return here.appArmorProfile.empty() ? Cause::UserNamespacesForbidden : Cause::AppArmorConfines;
}

Cause causeOf(const Failure& failure, const Surroundings& here) {
    if (failure.at("find ids for a box among those that this user namespace maps")) {
        return Cause::TooFewIds;
    }
    if (failure.at("load the system call filter")) {
        return Cause::NoNotification;
    }
    const bool making = failure.at("make namespaces");
    if (making && (failure.with(ENOSPC) || failure.with(EUSERS))) {
        return Cause::UserNamespacesLimited;
    }
    if (making && (failure.with(EINVAL) || failure.with(ENOSYS))) {
        return here.filtered ? Cause::Filtered : Cause::UserNamespacesMissing;
    }
    if (failure.at("mount /proc") && failure.with(EPERM)) {
        return Cause::ProcCovered;
    }
    const bool granting = making || failure.at("map user id") || failure.at("map group id") ||
                          failure.at("deny setgroups") || here.appArmorRestricts || here.filtered ||
                          !here.appArmorProfile.empty();
    return granting && failure.isRefusal() ? causeOfRefusal(here) : Cause::SetupFails;
}

std::string cureOf(Cause cause, const Surroundings& here, const std::string& helperPath) {
    switch (cause) {
    case Cause::AppArmorRestricts:
        return appArmorCure(helperPath);
    case Cause::UserNamespacesLimited:
        return here.maxUserNamespaces == 0 ? asRoot("sysctl -w user.max_user_namespaces=15000", here) : std::string();
    case Cause::UserNamespacesDisabled:
        return asRoot("sysctl -w kernel.unprivileged_userns_clone=1", here);
    case Cause::NoBus:
        return "sudo loginctl enable-linger " + shellWord(here.user);
    case Cause::NotDelegated:
        return here.root ? std::string() : delegationCure();
    default:
        return {};
    }
}

Cause causeOfNoScope(const std::string& code, const Surroundings& here) {
    if (code == "sandbox.switched-off") {
        return Cause::SwitchedOff;
    }
    if (code == "sandbox.no-cgroup2") {
        return Cause::Cgroup2Missing;
    }
    // Root without a manager makes a folder; that failed as well.
    if (here.root) {
        return Cause::Cgroup2Unwritable;
    }
    if (!here.serviceManager) {
        return Cause::NoServiceManager;
    }
    return code == "sandbox.no-bus" ? Cause::NoBus : Cause::ScopeRefused;
}

} // namespace

Obstacle isolationObstacle(const std::string& failure, const Surroundings& here, const std::string& helperPath) {
    const Cause cause = causeOf({failure}, here);
    std::string detail = failure;
    if (cause == Cause::ProcCovered && !here.coveredProc.empty()) {
        detail += "; covered: " + joined(here.coveredProc);
    }
    if (cause == Cause::UserNamespacesLimited && here.maxUserNamespaces) {
        detail += "; user.max_user_namespaces = " + std::to_string(*here.maxUserNamespaces);
    }
    return {Tier::NoCgroup, cause, std::move(detail), cureOf(cause, here, helperPath)};
}

std::optional<Obstacle> landlockObstacle(int abi, int needed, const Surroundings& here) {
    if (abi >= needed) {
        return std::nullopt;
    }
    Cause cause = Cause::LandlockOld;
    std::string detail = "Landlock is of version " + std::to_string(abi);
    if (abi == 0) {
        cause = here.landlockError == EOPNOTSUPP ? Cause::LandlockDisabled : Cause::LandlockMissing;
        detail = std::string("asking for Landlock: ") + std::strerror(here.landlockError);
    }
    return Obstacle{Tier::NoNamespaces, cause, std::move(detail), {}};
}

Obstacle cgroup2Obstacle(const std::optional<Error>& scope, const std::string& reason, const Surroundings& here) {
    const Cause cause = scope ? causeOfNoScope(scope->code, here) : Cause::NotDelegated;
    return {Tier::Full, cause, reason, cureOf(cause, here, {})};
}

Obstacle cgroup1Obstacle(const std::string& reason, const Surroundings& here) {
    const Cause cause = here.cgroup1 ? Cause::Cgroup1Unwritable : Cause::Cgroup1Missing;
    return {Tier::FullCgroup1, cause, reason, {}};
}

} // namespace grindstone::sandbox
