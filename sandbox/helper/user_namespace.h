// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/setup.h"

#include <sys/types.h>

namespace grindstone::sandbox::helper {

/// The one user of a box, as seen inside; never 0.
constexpr uid_t InnerId = 1000;

/// Which host ids a box's inner user is mapped to. Started by root, each box gets ids of its own from a range that no
/// account uses, so that host uid 0 never enters a box; an ordinary user can map only the one id that they are.
struct IdentityMap {
    uid_t hostUid = 0;
    gid_t hostGid = 0;
    bool own = false; ///< the ordinary user's own id
};

/// Fails where a root within a user namespace finds no ids to give.
Prepared<IdentityMap> identityFor(unsigned boxNumber);

/// Writes the maps of a child that waits in its new user namespace. Called by its parent.
Prepared<> writeIdentityMaps(pid_t child, const IdentityMap& map);

/// Becomes the inner user. Capabilities over the namespace stay. Called in the new namespace once it is mapped.
Prepared<> becomeInnerUser(const IdentityMap& map);

/// Becomes the host user of a box for good, where there is no user namespace. Does nothing for the ordinary user's own.
Prepared<> becomeHostUser(const IdentityMap& map);

} // namespace grindstone::sandbox::helper
