// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/archive/extraction.h"
#include "judge/archive/folder_listing.h"

#include <optional>

namespace grindstone::judge {

enum class WrittenForm { Zip, Tar, TarGz, TarBz2, TarXz, TarZst };

/// By the file's name: .grindpack and .zip, .tar, .tar.gz and .tgz, .tar.bz2, .tar.xz, .tar.zst and their short forms.
std::optional<WrittenForm> findWrittenForm(const std::filesystem::path& file);

/// What is to become an archive.
struct ArchiveOrder {
    std::filesystem::path folder;
    std::vector<FolderItem> items; ///< of the folder, see listFolder()
    std::string prefix;            ///< "name/" put before each path, or empty
    std::filesystem::path file;
    WrittenForm form = WrittenForm::Zip;
    bool replace = false; ///< also where there is something of that name
};

/// Writes an archive that depends on nothing but names, contents, links and whether files can be executed: the same
/// bytes whenever, wherever and by whomever it is made. The file appears whole or not at all. Fails with
/// "export.exists", "export.unwritable", "folder.unreadable" or "interrupted".
Result<void> writeArchive(const ArchiveOrder& order, const ExtractionSink& sink, std::stop_token stop);

} // namespace grindstone::judge
