// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/cache/digest.h"

#include <vector>

namespace grindstone::judge {

/// The file at a path as it is now: path, size, time of the last change, inode and device. A path without a file counts
/// by itself.
void addFile(Digest& digest, const std::string& path);

/// A list of texts, which no other list has the same digest as.
void addTexts(Digest& digest, const std::vector<std::string>& texts);

} // namespace grindstone::judge
