// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/call_key.h"
#include "sandbox/helper/places.h"
#include "sandbox/helper/setup.h"
#include "sandbox/launch_spec.h"
#include "sandbox/outcome.h"

#include <sys/types.h>

#include <functional>
#include <vector>

namespace grindstone::sandbox::helper {

/// Lays those of `files` that go to `area` in, copying each from its descriptor. Refuses names that lead outside.
Prepared<> layInFiles(const std::vector<FileIn>& files, Area area, const Places& places);

/// The bytes that they will take, with some for each file and folder.
Bytes spaceFor(const std::vector<FileIn>& files, Area area);

/// `folderOf` gives an area's folder, borrowed. Brings back what the program left: regular files below their area,
/// reached without any link, up to their largest size; each as a sealed copy. Anything else is not there.
std::vector<CollectedFile> collectFiles(const std::vector<FileOut>& wanted, const std::function<int(Area)>& folderOf,
                                        const CallKey& key);

} // namespace grindstone::sandbox::helper
