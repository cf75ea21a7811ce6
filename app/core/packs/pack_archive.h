// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/packs/installed_packs.h"
#include "judge/archive/extraction.h"

#include <QStringList>

namespace grindstone::core {

/// A pack that became a file.
struct WrittenPack {
    QString id;
    QString title;
    QString version;
    QStringList problems;              ///< slugs
    std::vector<std::string> warnings; ///< English, each with its file
    Bytes size;                        ///< of the archive
};

/// Makes an archive of a pack's folder, or of one package as a pack of its own: always the same bytes for the same
/// content. Hidden files (but `.timelimit`) and what compilers leave are not in it. Fails with "pack.broken" when a
/// package cannot be judged, the detail having all reasons; "pack.empty", "pack.invalid", "pack.unsafe"; "pack.several"
/// when the folder holds packs; "export.form" for a name that tells no form; or as judge::writeArchive() does.
Result<WrittenPack> buildPack(const std::filesystem::path& folder, const std::filesystem::path& file, bool replace,
                              const judge::ExtractionSink& sink, std::stop_token stop);

/// Makes an archive of an installed pack, which gives the same pack when it is imported. Fails with "export.form" or as
/// judge::writeArchive() does.
Result<WrittenPack> exportPack(const InstalledPack& pack, const std::filesystem::path& file, bool replace,
                               const judge::ExtractionSink& sink, std::stop_token stop);

} // namespace grindstone::core
