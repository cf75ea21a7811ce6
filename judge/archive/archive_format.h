// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

namespace grindstone::judge {

enum class ArchiveFormat { Zip, Tar, GzippedTar, CompressedTar };

/// By the file's first bytes, never by its name. Nothing for what is no archive that could be read here. A file that is
/// compressed counts as a tar, whatever comes out of it.
std::optional<ArchiveFormat> findArchiveFormat(int file);

/// Whether there is a file at that path, and it is an archive by its content.
bool isArchive(const std::filesystem::path& path);

} // namespace grindstone::judge
