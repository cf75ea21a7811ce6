// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace grindstone::sandbox {

/// The rung of the ladder that this machine and user reach; see sandbox/README.md.
enum class Tier { Full, FullCgroup1, NoCgroup, NoNamespaces, None };

/// "full", "full-v1", "no-cgroup", "no-namespaces", "none": as in reports.
std::string_view code(Tier tier);

enum class MemorySource { Cgroup2, Cgroup1, Readings };

/// What keeps this machine and user from a better tier.
enum class Cause {
    UserNamespacesLimited,   ///< user.max_user_namespaces is 0, or all are in use
    UserNamespacesDisabled,  ///< kernel.unprivileged_userns_clone is 0
    UserNamespacesMissing,   ///< the kernel was built without them
    UserNamespacesForbidden, ///< and nothing that we can read says why
    AppArmorRestricts,       ///< kernel.apparmor_restrict_unprivileged_userns is 1
    AppArmorConfines,        ///< this process is under a profile, as in a container
    Filtered,                ///< this process is under a filter of system calls, as in a container
    TooFewIds,               ///< root within a user namespace that maps too few ids
    ProcCovered,             ///< parts of /proc are covered, so that no other /proc may be mounted
    NoNotification,          ///< no filter that tells of refused calls can be loaded
    SetupFails,              ///< another step
    LandlockMissing,         ///< the kernel doesn't know it
    LandlockDisabled,        ///< the kernel knows it and was started without it
    LandlockOld,             ///< too old to do without namespaces
    BareFails,               ///< nor does it work without namespaces
    NotAllowed,              ///< the person has not allowed to do without namespaces
    ForbiddenByPolicy,       ///< the administrator has forbidden to do without namespaces
    Cgroup2Missing,          ///< no version 2, or without the controllers that limits need
    NoServiceManager,        ///< no systemd that could give away a cgroup
    NoBus,                   ///< systemd is there; its manager of this person's can't be reached
    ScopeRefused,            ///< the manager said no
    NotDelegated,            ///< the manager gave a cgroup without memory and pids
    Cgroup2Unwritable,       ///< root may make no cgroup of version 2
    Cgroup1Missing,          ///< no hierarchies of version 1 either
    Cgroup1Unwritable,       ///< they are another's
    SwitchedOff,             ///< by SandboxOptions
};

/// "userns-limited", "proc-covered" …: stable, for programs that read reports.
std::string_view code(Cause cause);

/// One thing in the way of a better tier.
struct Obstacle {
    Tier missed = Tier::Full; ///< the best tier that it keeps away
    Cause cause = Cause::SetupFails;
    std::string detail; ///< English, what was seen: a step that failed, a path
    std::string cure;   ///< the exact command that lifts it; empty where there is none

    friend bool operator==(const Obstacle&, const Obstacle&) = default;
};

/// What the sandbox can do here, found by really doing it.
struct Capabilities {
    Tier tier = Tier::None;
    MemorySource memory = MemorySource::Readings;
    bool userNamespaces = false;
    int landlockAbi = 0;             ///< 0: none
    std::vector<Obstacle> obstacles; ///< the worst first; never empty for a tier that isn't Full
};

/// What was seen of each obstacle, in English, for logs and failures.
std::string details(const Capabilities& capabilities);

} // namespace grindstone::sandbox
