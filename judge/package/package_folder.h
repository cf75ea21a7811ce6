// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace grindstone::judge {

struct PlannedData;

/// The folder of a package, as the only way to its files: what lies outside cannot be reached, through no link.
class PackageFolder {
public:
    /// Fails with "package.unreadable" if there is no such folder or it may not be entered, "package.invalid" if its
    /// name cannot be written as text.
    static Result<PackageFolder> open(const std::filesystem::path& folder);
    /// The same for a folder whose name may be any bytes; slug() is it as shownPath() writes it.
    static Result<PackageFolder> openAnyName(const std::filesystem::path& folder);

    const std::filesystem::path& root() const { return m_root; } ///< absolute, without links
    const std::string& slug() const { return m_slug; }

    /// Adds what the package says that it makes: exists() knows it then, besides what is on the disk.
    void plan(std::shared_ptr<const PlannedData> planned) { m_planned = std::move(planned); }
    const PlannedData& planned() const { return *m_planned; }

    /// Whether there is something of that name, be it a broken link.
    bool exists(const std::filesystem::path& relative) const;
    /// The same without what the package makes.
    bool isOnDisk(const std::filesystem::path& relative) const;
    /// Whether it is a folder in which something lies that isn't hidden.
    bool hasEntries(const std::filesystem::path& relative) const;

    /// Where a path below the folder really lies, all links followed. Fails with "package.invalid" when a link leaves
    /// the package or leads nowhere, "package.unreadable" when the system refuses.
    Result<std::filesystem::path> resolve(const std::filesystem::path& relative) const;
    /// The same for what has to be a file that can be read.
    Result<std::filesystem::path> resolveFile(const std::filesystem::path& relative) const;

    /// A small text file's content, nothing if it doesn't exist. Fails as resolveFile() does, and with
    /// "package.invalid" for more than `most` bytes.
    Result<std::optional<std::string>> readText(const std::filesystem::path& relative, std::size_t most) const;

private:
    PackageFolder(std::filesystem::path root, std::string slug);

    std::filesystem::path m_root;
    std::string m_slug;
    std::shared_ptr<const PlannedData> m_planned; ///< never null
};

/// A path as text that can be shown: bytes that aren't UTF-8 and control characters become "\xHH".
std::string shownPath(const std::filesystem::path& path);

} // namespace grindstone::judge
