// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/setup.h"

#include <cstdint>
#include <vector>

namespace grindstone::sandbox::helper {

/// The version of Landlock that this kernel has; 0 for none.
int landlockAbi();

/// Whether restrictWithLandlock() does anything here.
bool landlockRestricts();

/// What a program may do below a folder, or to a file.
enum class FileAccess {
    Read,        ///< read and execute
    ReadOrWrite, ///< also write to files that are there
    Everything,  ///< also make and remove
};

struct LandlockRule {
    int descriptor = -1; ///< borrowed; a path
    FileAccess access = FileAccess::Read;
};

/// Puts the calling process, for good, under rules of Landlock: files only as `rules` allow, no signals to and no
/// abstract sockets of anybody outside (version 6). Needs no_new_privs. Does nothing where Landlock is older than 2,
/// which forbids every rename between folders.
Prepared<> restrictWithLandlock(const std::vector<LandlockRule>& rules);

} // namespace grindstone::sandbox::helper
