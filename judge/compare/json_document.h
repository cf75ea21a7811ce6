// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace grindstone::judge {

/// What is wrong with a document.
struct JsonFault {
    std::uint64_t offset = 0; ///< byte at which reading it ended
    std::string reason;       ///< English
};

struct JsonDocument {
    nlohmann::json value;
    std::optional<JsonFault> fault; ///< `value` is null then
};

constexpr std::uint64_t LargestJson = 16 << 20; ///< bytes; a document takes up to thirty times as much memory
constexpr int DeepestJson = 512;

/// Reads a whole file by position. Of keys that stand twice in an object the last counts; integers beyond 64 bits are
/// kept as json_number.h has them. A document that is too large, too deep or no JSON has a fault; fails with
/// "file.unreadable" only. `name` is what that calls the file.
Result<JsonDocument> readJson(int descriptor, const std::string& name);

} // namespace grindstone::judge
