// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/problem/problem.h"

#include <vector>

namespace grindstone::judge {

/// What a folder of files for programs may hold.
struct FileAllowance {
    std::size_t files = 100; ///< a box takes some 200, and there are others
    std::uint64_t bytes = 0; ///< of all files together
};

/// True for a name that the format permits; it wants files with others to be treated as if they weren't there.
bool isPermittedName(const std::string& name);

/// All files below a folder of the package, links followed, by their paths below it ("maps/1.txt"), sorted. Names that
/// the format doesn't permit are left out with a warning, hidden ones without. Fails with "package.invalid" (a bad
/// link, something that is neither file nor folder, more than is allowed) or "package.unreadable".
Result<std::vector<PackageFile>> listFiles(const PackageFolder& folder, const std::string& path,
                                           const FileAllowance& allowance, std::vector<std::string>& warnings);

} // namespace grindstone::judge
