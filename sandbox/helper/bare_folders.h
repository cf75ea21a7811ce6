// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/call_key.h"
#include "sandbox/helper/places.h"
#include "sandbox/helper/setup.h"
#include "sandbox/helper/user_namespace.h"

namespace grindstone::sandbox::helper {

/// The folders of boxes without a root of their own, on the host: one for all boxes of a helper, made by the warden and
/// removed by the sweeper; one for each box in it, made by its keeper; and in that those of the box's runs.
Prepared<std::string> makeHelperFolder();
Prepared<> makeBoxFolder(const Places& places, const IdentityMap& identity);

/// Makes those of a run; /program is left as it is.
Prepared<> makeRunFolders(const Places& places, const IdentityMap& identity, const CallKey& key);
Prepared<> emptyProgramFolder(const Places& places, const CallKey& key);

/// Removes what a run left, whatever its permissions. False when something stays.
bool removeRunFolders(const Places& places, const CallKey& key);
bool removeTree(const std::string& folder, const CallKey& key);
/// The same with the folder itself staying.
bool emptyTree(const std::string& folder, const CallKey& key);

} // namespace grindstone::sandbox::helper
