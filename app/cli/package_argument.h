// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "app/core/packs/staging.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::cli {

/// What a person gave as PACKAGE or PACK: a folder, or an archive. An archive is extracted into a folder that goes with
/// this object, also when Ctrl-C ends the command; what a killed one leaves, the next one takes away. So do packages
/// that are made of test data without a description, and of Competitive Companion's JSON.
class PackageArgument {
public:
    /// With a progress bar for an archive; warns of what was taken for test data, and how. Fails as
    /// judge::extractArchive(), core::takeProblemJson() and core::findOrMakePacks() do, but for want of packages: that,
    /// and a path where nothing is, are left to those who read the folder.
    static Result<PackageArgument> open(const std::string& given, Session& session);

    /// What was given, the archive's content, or what was made of either.
    const std::filesystem::path& folder() const { return m_folder; }
    /// Whether it is a folder of which nobody knows.
    bool isTemporary() const { return m_folder != m_given; }

    /// All packages in it. Fails as core::findPacks() does.
    Result<std::vector<std::filesystem::path>> packages() const;
    /// The folder of the one package: that given, whatever is in it, or the only one that is temporary. Fails with
    /// "pack.several", naming them, or "pack.empty".
    Result<std::filesystem::path> package() const;

private:
    explicit PackageArgument(std::string given) : m_given(std::move(given)), m_folder(m_given) {}

    Result<void> makePackages(Session& session);

    std::string m_given;
    std::filesystem::path m_folder;
    std::optional<core::Staging> m_staging;
};

} // namespace grindstone::cli
