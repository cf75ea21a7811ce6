// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <QString>
#include <QStringList>

#include <filesystem>

namespace grindstone::core {

/// What a pack says of itself. Plain value.
struct PackFile {
    QString id;        ///< letters, digits, '.', '_' and '-'
    QString title;     ///< the id when the pack gives none
    QStringList order; ///< slugs; packages that aren't named follow in lexicographic order
};

/// Reads `pack.yaml` of a pack's folder. A folder without one is a pack whose id is its name. Fails with
/// "pack.invalid", the detail naming file, line and reason.
Result<PackFile> loadPackFile(const std::filesystem::path& folder);

} // namespace grindstone::core
