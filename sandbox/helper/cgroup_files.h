// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/cgroup_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace grindstone::sandbox::helper {

/// Writes a whole cgroup file. False with errno set.
bool writeCgroupFile(const std::string& path, std::string_view text);

/// The words of a small file, such as cgroup.controllers.
std::vector<std::string> wordsOf(const std::string& path);

/// The folder of this process's own cgroup. `controller` names a hierarchy of version 1; empty means version 2. Empty
/// when no such hierarchy is mounted.
std::string ownCgroupFolder(const std::string& controller);

/// Where the version 2 hierarchy is mounted, or empty.
std::string cgroup2Mount();

/// Removes the folders in `parent` that bear such a name of a process that is gone.
void removeLeftovers(const std::string& parent);

/// Removes the folder and what is right below it, as far as it is empty. False when something is still in use.
bool removeCgroup(const std::string& folder);

void removeAll(const std::vector<std::string>& folders);

/// A file of a run's cgroup to lease.
struct LeasedFile {
    protocol::CgroupFile file;
    const std::string path;
    int flags;
    bool optional = false;
};

/// Opens the files into cgroup.files and notes them in cgroup.lease. False with errno set when a required one is not
/// there.
bool openLease(RunCgroup& cgroup, const std::vector<LeasedFile>& files);

} // namespace grindstone::sandbox::helper
