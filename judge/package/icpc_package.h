// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/problem/problem.h"
#include "sandbox/base/result.h"

#include <filesystem>

namespace grindstone::judge {

/// Title, difficulty and tags without looking at the data: what a catalogue of thousands needs.
struct PackageHeader {
    std::string slug;
    std::string name;
    std::string difficulty;
    std::vector<std::string> tags;
    std::filesystem::path folder;
};

/// True when the folder holds a `problem.yaml`.
bool isPackage(const std::filesystem::path& folder);

/// Reads problem.yaml and grindstone.yaml only. Fails with "package.unreadable" or "package.invalid"; the detail has
/// file and line.
Result<PackageHeader> loadPackageHeader(const std::filesystem::path& folder);

/// Reads an ICPC problem package (2025-09 layout, https://www.kattis.com/problem-package-format/spec/2025-09.html).
/// Fails with "package.unreadable" (no folder, no permission), "package.invalid" (broken YAML, a case without answer,
/// a link that leaves the package, no cases at all) or "package.unsupported" (interactive, scoring, multi-pass
/// …); the detail names file and line, and what to do.
Result<Problem> loadPackage(const std::filesystem::path& folder);

} // namespace grindstone::judge
