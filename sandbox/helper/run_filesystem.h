// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"
#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/setup.h"
#include "sandbox/launch_spec.h"
#include "sandbox/outcome.h"

#include <vector>

namespace grindstone::sandbox::helper {

/// Mounts a run's own /proc and its writable world: one tmpfs, limited in bytes and inodes, behind /work, /tmp,
/// /dev/shm and /program. Called by the run's init in a mount namespace of its own, with which all of it goes away.
Prepared<> mountRunFilesystem(Bytes space);

/// Lays `files` in, copying each from its descriptor, then makes /program read-only.
Prepared<> layInFiles(const std::vector<FileIn>& files);

/// Brings back what the program left under /work: regular files below it, reached without any link, up to their
/// largest size; each as a sealed copy. Anything else is not there.
std::vector<CollectedFile> collectFiles(const std::vector<FileOut>& wanted);

} // namespace grindstone::sandbox::helper
