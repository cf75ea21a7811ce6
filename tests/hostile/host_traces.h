// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace grindstone::hostile {

/// What only a hostile program would have left on the host: files called hostile-… in the shared folders, mounts of
/// ours, System V objects and message queues by the names and keys that our programs use. A line for each.
std::vector<std::string> hostTraces();

/// Folders of the cgroup hierarchies whose path has one of these parts.
int countCgroups(const std::vector<std::string>& nameParts);

/// Keys that the kernel keeps for this user; see /proc/key-users.
int countKeysOf(uid_t user);

/// Memory cgroups of version 1 that were removed and yet live on in the kernel; 0 where that isn't told.
int dyingMemoryCgroups();

} // namespace grindstone::hostile
