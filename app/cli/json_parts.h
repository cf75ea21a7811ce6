// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"
#include "sandbox/capabilities.h"

#include <nlohmann/json.hpp>

#include <QString>
#include <QStringList>

#include <vector>

namespace grindstone::cli {

/// {"code", "detail", "hint"}, as in an error document.
nlohmann::ordered_json errorJson(const Error& error);
nlohmann::ordered_json errorsJson(const std::vector<Error>& errors);
nlohmann::ordered_json textsJson(const QStringList& texts);
/// null for an empty text.
nlohmann::ordered_json orNull(const QString& text);

/// "v1", "v2", "none": which version of cgroups bounds and measures a run.
const char* cgroupCode(sandbox::MemorySource memory);

} // namespace grindstone::cli
