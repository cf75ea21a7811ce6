// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/stored_submission.h"

#include <nlohmann/json_fwd.hpp>

namespace grindstone::core {

/// A submission as list() gives it. What was not kept is null.
nlohmann::ordered_json summaryJson(const StoredSubmission& submission);

/// All of one: also "compile", "files" and "cases".
nlohmann::ordered_json submissionJson(const StoredSubmission& submission);

/// "2026-11-25T10:11:12.123Z"
QString utcText(const QDateTime& time);

} // namespace grindstone::core
