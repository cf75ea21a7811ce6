// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/archive/extraction.h"
#include "judge/archive/folder_listing.h"

namespace grindstone::judge {

/// Copies a folder to one that isn't there yet, with the promises and limits of extractArchive(): whole or not at all,
/// links as links, and only those that stay inside. Fails with "folder.unreadable", "pack.unsafe", "pack.too-large",
/// "archive.no-room", "archive.unwritable" or "interrupted".
Result<void> copyFolder(const std::filesystem::path& source, const std::filesystem::path& newFolder,
                        const ExtractionLimits& limits, const FolderFilter& wanted, const ExtractionSink& sink,
                        std::stop_token stop);

} // namespace grindstone::judge
