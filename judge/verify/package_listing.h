// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/verify/finding_collector.h"

#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

/// Something in a package.
struct PackageEntry {
    enum class Kind { File, Folder, Link, Other };

    std::string path; ///< below the package's folder
    Kind kind = Kind::File;
    bool leadsToFolder = false; ///< for a link that leads somewhere in the package

    bool isFolder() const { return kind == Kind::Folder || leadsToFolder; }
    std::string_view name() const { return std::string_view(path).substr(path.rfind('/') + 1); }
    std::string_view parent() const { return std::string_view(path).substr(0, path.rfind('/') + 1); } ///< with "/"
};

/// Everything below a package's folder that isn't hidden, sorted by path, links not followed. Links that leave the
/// package or lead nowhere, what is neither file nor folder, and folders that can't be read become findings; so does a
/// package of more than 200,000 entries, of which the rest is left out.
std::vector<PackageEntry> listPackage(const PackageFolder& folder, FindingCollector& findings);

/// The entries directly in a folder ("data/secret/"), by path. The list must be sorted.
std::vector<const PackageEntry*> entriesIn(const std::vector<PackageEntry>& entries, std::string_view folder);

/// Whether there is an entry of that path. The list must be sorted.
const PackageEntry* findEntry(const std::vector<PackageEntry>& entries, std::string_view path);

} // namespace grindstone::judge
