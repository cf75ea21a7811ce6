// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"
#include "sandbox/capabilities.h"
#include "sandbox/surroundings.h"

#include <optional>
#include <string>
#include <vector>

namespace grindstone::sandbox {

/// Without namespaces only Landlock keeps a program from sending signals to everything of the person's; see
/// Documentation/userspace-api/landlock.rst, "scoped".
constexpr int LandlockWithScopes = 6;
/// The oldest that the helper uses.
constexpr int OldestLandlock = 2;

/// Why no program could be isolated: `failure` is what Error "sandbox.setup" says of the step. `helperPath` is the
/// program that an AppArmor profile would be for.
Obstacle isolationObstacle(const std::string& failure, const Surroundings& here, const std::string& helperPath);

/// Why Landlock of at least `needed` isn't there; nothing when it is.
std::optional<Obstacle> landlockObstacle(int abi, int needed, const Surroundings& here);

/// Why there is no cgroup of version 2. `scope` is what came of asking the service manager for one (a "sandbox.…" of
/// user_scope.h, "sandbox.no-cgroup2" or "sandbox.switched-off"; nothing when it gave one), `reason` is what the helper
/// says.
Obstacle cgroup2Obstacle(const std::optional<Error>& scope, const std::string& reason, const Surroundings& here);

/// Why there is none of version 1 either.
Obstacle cgroup1Obstacle(const std::string& reason, const Surroundings& here);

} // namespace grindstone::sandbox
