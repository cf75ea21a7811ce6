// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <QString>

#include <filesystem>

namespace grindstone::core {

/// Makes the pack.yaml of a folder name this id, where it names another one or none, so that the pack keeps it when it
/// is exported. Only the one line is written; a file in which that cannot be done stays as it is. The folder has no
/// links that leave it. Fails with "pack.unwritable".
Result<void> writePackId(const std::filesystem::path& folder, const QString& id);

} // namespace grindstone::core
