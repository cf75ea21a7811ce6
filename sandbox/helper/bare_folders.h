// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/places.h"
#include "sandbox/helper/setup.h"
#include "sandbox/helper/user_namespace.h"

namespace grindstone::sandbox::helper {

/// The folders of a box without a root of its own, on the host. `base` is made by its keeper and removed by it.
Prepared<std::string> makeBaseFolder(const IdentityMap& identity);

/// Makes those of a run; /program is left as it is.
Prepared<> makeRunFolders(const Places& places, const IdentityMap& identity);
Prepared<> emptyProgramFolder(const Places& places);

/// Removes what a run left, whatever its permissions. False when something stays.
bool removeRunFolders(const Places& places);
bool removeTree(const std::string& folder);

} // namespace grindstone::sandbox::helper
