// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/report/report.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>

namespace grindstone::judge {

struct JsonOptions {
    bool full = false; ///< don't cut texts at 4 KiB
    /// English sentences beside the structure; app/core/text makes them.
    std::function<std::string(const CaseResult&, const EffectiveLimits&)> caseMessage;
    std::function<std::string(const Error&)> hint;
};

/// "grindstone-report/1". Texts are UTF-8; where bytes aren't, U+FFFD stands for them and `<key>_base64` beside it.
nlohmann::ordered_json toJson(const Report& report, const JsonOptions& options);

/// "grindstone-error/1".
nlohmann::ordered_json toJson(const Error& error, const JsonOptions& options);

} // namespace grindstone::judge
