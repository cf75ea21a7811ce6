// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/explanation.h"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace grindstone::judge {

/// "different-token": stable, for scripts. "none" when there is nothing to explain.
std::string_view code(Explanation::Kind kind);

/// All of an explanation; null for what it has not. Texts that aren't UTF-8 stand beside it in `…_base64`.
nlohmann::ordered_json toJson(const Explanation& explanation);

} // namespace grindstone::judge
