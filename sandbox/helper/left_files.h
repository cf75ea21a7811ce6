// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/call_key.h"
#include "sandbox/launch_spec.h"
#include "sandbox/outcome.h"

#include <functional>
#include <vector>

namespace grindstone::sandbox::helper {

/// `folderOf` gives an area's folder, borrowed. Brings back what the program left: regular files below their area,
/// reached without any link, up to their largest size; each as a sealed copy. Anything else is not there. Of folders it
/// takes all or nothing, and of everything as many files as go into one answer.
std::vector<CollectedFile> collectFiles(const std::vector<FileOut>& wanted, const std::function<int(Area)>& folderOf,
                                        const CallKey& key);

} // namespace grindstone::sandbox::helper
