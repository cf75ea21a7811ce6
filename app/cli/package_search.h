// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <filesystem>
#include <vector>

namespace grindstone::cli {

/// The packages that a path names: itself, or those below it, where it is a pack or a folder of packs; sorted. A folder
/// in which a package's files lie is one even if it cannot be read as such, so that nothing is passed over without a
/// word. Fails with "package.unreadable" or "package.invalid" (there is none).
Result<std::vector<std::filesystem::path>> findPackages(const std::filesystem::path& path);

} // namespace grindstone::cli
