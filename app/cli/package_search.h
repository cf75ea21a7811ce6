// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/package_argument.h"

#include <filesystem>
#include <vector>

namespace grindstone::cli {

/// The packages that a path names: itself, or those below it, where it is a pack or a folder of packs; sorted. A folder
/// in which a package's files lie is one even if it cannot be read as such, so that nothing is passed over without a
/// word. Fails with "package.unreadable" or "package.invalid" (there is none).
Result<std::vector<std::filesystem::path>> findPackages(const std::filesystem::path& path);

/// A package, and how a person knows it: an archive's content lies in a folder that nobody named.
struct NamedPackage {
    std::filesystem::path folder;
    std::filesystem::path shown; ///< "sums.zip/hello"
};

/// The packages of several arguments. What archives hold is there as long as this object is.
class NamedPackages {
public:
    /// Fails as PackageArgument::open() and findPackages() do.
    static Result<NamedPackages> open(const std::vector<std::string>& given, Session& session);

    const std::vector<NamedPackage>& packages() const { return m_packages; }
    std::vector<std::filesystem::path> folders() const;

private:
    Result<void> add(const std::string& given, const PackageArgument& argument);

    std::vector<PackageArgument> m_arguments;
    std::vector<NamedPackage> m_packages;
};

} // namespace grindstone::cli
