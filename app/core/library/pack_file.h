// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <vector>

namespace grindstone::core {

/// Problems of a pack that belong together.
struct PackChapter {
    QString title;
    QStringList problems; ///< slugs
};

/// What a pack says of itself. Plain value.
struct PackFile {
    QString id;               ///< letters, digits, '.', '_' and '-'; the folder's name when the pack gives none
    QString title;            ///< the id when the pack gives none
    bool namesItself = false; ///< the pack gives its id
    QStringList authors;
    QString licence;
    QString version;   ///< numbers with dots between them, as a rule
    QString language;  ///< "en"
    QStringList order; ///< slugs; packages that aren't named follow in lexicographic order. The chapters' if not given
    std::vector<PackChapter> chapters;
    QMap<QString, QString> policy;     ///< what the pack wishes for those who work on it; nothing reads it so far
    std::vector<std::string> warnings; ///< English, each with file and line
};

/// Reads `pack.yaml` of a pack's folder. A folder without one is a pack whose id is its name. Fails with
/// "pack.invalid", the detail naming file, line and reason.
Result<PackFile> loadPackFile(const std::filesystem::path& folder);

/// Whether a text may be the id of a pack.
bool isPackId(const QString& text);

} // namespace grindstone::core
