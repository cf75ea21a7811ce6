// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/transcript.h"

#include <nlohmann/json_fwd.hpp>

namespace grindstone::judge {

/// A conversation as a list of {"from": "interactor" | "submission", "text", "at_ms"}, with {"omitted_bytes"} where the
/// middle is left out. A text that isn't UTF-8 has "text_base64" beside it. Texts longer than `longest` bytes are cut,
/// which sets `cut`, as do omitted bytes.
nlohmann::ordered_json toJson(const sandbox::Transcript& transcript, std::size_t longest, bool& cut);

} // namespace grindstone::judge
