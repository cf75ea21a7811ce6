// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/places.h"
#include "sandbox/helper/seccomp_policy.h"
#include "sandbox/helper/user_namespace.h"

#include <sys/types.h>

#include <string>
#include <vector>

namespace grindstone::sandbox::helper {

/// What the warden hands to the keeper of a box.
struct BoxPlan {
    std::vector<std::string> visiblePaths;
    std::string caseFolder; ///< host folder to show at /case; empty: none
    Isolation isolation = Isolation::Namespaces;
    IdentityMap identity;
    unsigned cpu = 0; ///< that the box keeps to, as CpuBinding has it
    bool cgroups = false;
    pid_t warden = -1;
    Places places;
    UniqueFd judge;  ///< the box's socket
    UniqueFd helper; ///< to lease cgroups
};

} // namespace grindstone::sandbox::helper
