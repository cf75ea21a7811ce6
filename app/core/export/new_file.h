// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"
#include "sandbox/base/temporary_folder.h"
#include "sandbox/base/unique_fd.h"

#include <filesystem>
#include <string_view>

namespace grindstone::core {

/// A file that is written beside its place and appears there whole or not at all, for its owner alone. What is there
/// already is never replaced. Fails with "export.exists" or "export.unwritable".
class NewFile {
public:
    static Result<NewFile> create(const std::filesystem::path& path);
    /// Removes what was not put in its place.
    ~NewFile();
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;

    Result<void> write(std::string_view bytes);
    /// On the disk, and in its place.
    Result<void> finish();

private:
    NewFile(std::filesystem::path path, std::filesystem::path partial, UniqueFd file);
    Result<void> flush();

    std::filesystem::path m_path;
    std::filesystem::path m_partial; ///< empty once it is in its place
    UniqueFd m_file;
    std::string m_buffer;
};

/// The same for a folder with all that is in it.
class NewFolder {
public:
    static Result<NewFolder> create(const std::filesystem::path& path);

    /// A new file below the folder; the folders on its way are made.
    Result<void> add(const std::filesystem::path& below, std::string_view content);
    Result<void> finish();

private:
    NewFolder(std::filesystem::path path, TemporaryFolder partial);

    std::filesystem::path m_path;
    TemporaryFolder m_partial; ///< empty once it is in its place
};

} // namespace grindstone::core
