// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package.h"

namespace grindstone::judge {

/// The header of a package in the ICPC format: problem.yaml and grindstone.yaml only. Fails as loadPackageHeader()
/// does.
Result<PackageHeader> loadIcpcHeader(const std::filesystem::path& folder);

/// Reads an ICPC problem package, legacy or 2025-09 (https://www.kattis.com/problem-package-format/spec/2025-09.html).
/// Fails as loadPackage() does.
Result<Problem> loadIcpcPackage(const std::filesystem::path& folder);

} // namespace grindstone::judge
