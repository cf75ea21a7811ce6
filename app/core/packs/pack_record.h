// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"
#include "sandbox/base/result.h"

#include <QDateTime>
#include <QString>

#include <filesystem>
#include <optional>
#include <vector>

namespace grindstone::core {

/// A package of a pack that was not imported.
struct LeftOutPackage {
    QString name;
    Error reason;
};

/// What an import notes of itself in the pack's folder, `.grindstone/import.json`. Plain value.
struct PackRecord {
    QString source; ///< the path that was given
    QDateTime imported;
    Bytes size; ///< of all files
    std::vector<LeftOutPackage> leftOut;
};

Result<void> saveRecord(const std::filesystem::path& pack, const PackRecord& record);
/// Nothing when there is none, or none that can be understood.
std::optional<PackRecord> loadRecord(const std::filesystem::path& pack);

/// The name of the folder in packs and packages in which Grindstone keeps what is its own. It is never imported from
/// elsewhere nor exported.
inline constexpr const char* OwnFolder = ".grindstone";

} // namespace grindstone::core
