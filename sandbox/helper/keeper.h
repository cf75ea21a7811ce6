// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/seccomp_policy.h"
#include "sandbox/helper/user_namespace.h"

#include <string>
#include <vector>

namespace grindstone::sandbox::helper {

/// What the helper hands to the keeper of a box.
struct BoxPlan {
    std::vector<std::string> visiblePaths;
    IdentityMap identity;
    unsigned boxNumber = 0; ///< among those open at once
    bool cgroups = false;
    UniqueFd judge;  ///< the box's socket
    UniqueFd helper; ///< to lease cgroups
};

/// Lives as long as its box: waits until its user namespace is mapped (one byte from the helper), builds the root,
/// tells the judge BoxOpened or SetupFailed, then starts an init for each Run. Never runs foreign code. Returns the
/// process's exit status when the judge closes the box.
int runKeeper(BoxPlan plan, const SeccompPolicy& policy);

} // namespace grindstone::sandbox::helper
