// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace grindstone::sandbox::helper {

/// A name for a folder of this process, in a cgroup hierarchy or elsewhere: it bears boot id, pid and start time, so
/// that the next helper can tell a leftover from what is in use.
std::string ownName();

/// Whether a folder bears such a name of a process that is gone.
bool isLeftover(const std::string& name);

/// Names of the folders right below one.
std::vector<std::string> subfolders(const std::string& folder);

} // namespace grindstone::sandbox::helper
