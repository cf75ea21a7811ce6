// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/places.h"
#include "sandbox/helper/setup.h"
#include "sandbox/launch_spec.h"

#include <sys/types.h>

#include <vector>

namespace grindstone::sandbox::helper {

/// Lays those of `files` that go to `area` in, copying each from its descriptor. Refuses names that lead outside.
Prepared<> layInFiles(const std::vector<FileIn>& files, Area area, const Places& places);

/// The bytes that they will take, with some for each file and folder.
Bytes spaceFor(const std::vector<FileIn>& files, Area area);

} // namespace grindstone::sandbox::helper
