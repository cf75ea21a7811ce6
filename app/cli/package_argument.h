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
/// this object, also when Ctrl-C ends the command; what a killed one leaves, the next one takes away.
class PackageArgument {
public:
    /// With a progress bar for an archive. Fails as judge::extractArchive() does; a path that is no file is left to
    /// those who read the folder.
    static Result<PackageArgument> open(const std::string& given, Session& session);

    /// What was given, or the archive's content.
    const std::filesystem::path& folder() const { return m_folder; }
    bool isArchive() const { return m_staging.has_value(); }

    /// All packages in it. Fails as core::findPacks() does.
    Result<std::vector<std::filesystem::path>> packages() const;
    /// The folder of the one package: that given, whatever is in it, or the only one of an archive. Fails with
    /// "pack.several", naming them, or "pack.empty".
    Result<std::filesystem::path> package() const;

private:
    PackageArgument(std::string given, std::filesystem::path folder, std::optional<core::Staging> staging)
        : m_given(std::move(given)), m_folder(std::move(folder)), m_staging(std::move(staging)) {}

    std::string m_given;
    std::filesystem::path m_folder;
    std::optional<core::Staging> m_staging;
};

} // namespace grindstone::cli
