// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <nlohmann/json.hpp>

#include <QString>
#include <QStringList>

#include <vector>

/// What the documents of the command line and those of the HTTP service are made of.
namespace grindstone::core::text {

/// {"code", "detail", "hint"}, as in an error document.
nlohmann::ordered_json errorJson(const Error& error);
nlohmann::ordered_json errorsJson(const std::vector<Error>& errors);
nlohmann::ordered_json textsJson(const QStringList& texts);
/// null for an empty text.
nlohmann::ordered_json orNull(const QString& text);

} // namespace grindstone::core::text
