// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/capabilities.h"

namespace grindstone::sandbox {

std::string_view code(Tier tier) {
    switch (tier) {
    case Tier::Full:
        return "full";
    case Tier::FullCgroup1:
        return "full-v1";
    case Tier::NoCgroup:
        return "no-cgroup";
    case Tier::NoNamespaces:
        return "no-namespaces";
    case Tier::None:
        break;
    }
    return "none";
}

std::string_view code(Cause cause) {
    switch (cause) {
    case Cause::UserNamespacesLimited:
        return "userns-limited";
    case Cause::UserNamespacesDisabled:
        return "userns-disabled";
    case Cause::UserNamespacesMissing:
        return "userns-missing";
    case Cause::UserNamespacesForbidden:
        return "userns-forbidden";
    case Cause::AppArmorRestricts:
        return "apparmor-restricts";
    case Cause::AppArmorConfines:
        return "apparmor-confines";
    case Cause::Filtered:
        return "filtered";
    case Cause::TooFewIds:
        return "too-few-ids";
    case Cause::ProcCovered:
        return "proc-covered";
    case Cause::NoNotification:
        return "no-notification";
    case Cause::SetupFails:
        return "setup-fails";
    case Cause::LandlockMissing:
        return "landlock-missing";
    case Cause::LandlockDisabled:
        return "landlock-disabled";
    case Cause::LandlockOld:
        return "landlock-old";
    case Cause::BareFails:
        return "bare-fails";
    case Cause::NotAllowed:
        return "not-allowed";
    case Cause::ForbiddenByPolicy:
        return "forbidden-by-policy";
    case Cause::Cgroup2Missing:
        return "cgroup2-missing";
    case Cause::NoServiceManager:
        return "no-service-manager";
    case Cause::NoBus:
        return "no-bus";
    case Cause::ScopeRefused:
        return "scope-refused";
    case Cause::NotDelegated:
        return "not-delegated";
    case Cause::Cgroup2Unwritable:
        return "cgroup2-unwritable";
    case Cause::Cgroup1Missing:
        return "cgroup1-missing";
    case Cause::Cgroup1Unwritable:
        return "cgroup1-unwritable";
    case Cause::SwitchedOff:
        break;
    }
    return "switched-off";
}

std::string details(const Capabilities& capabilities) {
    std::string all;
    for (const Obstacle& obstacle : capabilities.obstacles) {
        all += (all.empty() ? "" : "; ") + obstacle.detail;
    }
    return all;
}

} // namespace grindstone::sandbox
