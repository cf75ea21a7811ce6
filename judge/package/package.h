// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/problem/problem.h"
#include "sandbox/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

/// Title, difficulty and tags without looking at the data: what a catalogue of thousands needs.
struct PackageHeader {
    std::string slug;
    std::string name;
    std::string difficulty;
    std::vector<std::string> tags;
    std::filesystem::path folder;
};

/// A format of problem packages: how its packages are told, and read into what the judge knows.
struct PackageReader {
    /// A file that every package of the format has.
    std::string_view mark;
    Result<PackageHeader> (*header)(const std::filesystem::path& folder) = nullptr;
    Result<Problem> (*problem)(const std::filesystem::path& folder) = nullptr;
};

/// The reader of a folder's format; null where it is no package. A folder with the marks of two formats belongs to the
/// first of the list in package.cpp.
const PackageReader* findReader(const std::filesystem::path& folder);

/// True when the folder is a package of a format that is known.
bool isPackage(const std::filesystem::path& folder);

/// What a catalogue needs to know. Fails with "package.unreadable" or "package.invalid"; the detail has file and line.
Result<PackageHeader> loadPackageHeader(const std::filesystem::path& folder);

/// Reads a problem package. Fails with "package.unreadable" (no folder, no permission), "package.invalid" (broken YAML,
/// a case without answer, a link that leaves the package, no cases at all) or "package.unsupported"; the detail names
/// file and line, and what to do.
Result<Problem> loadPackage(const std::filesystem::path& folder);

} // namespace grindstone::judge
