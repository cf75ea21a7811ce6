// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace grindstone::judge {

/// What a package calls a language, as a BCP 47 tag in its usual letters: "EN" and "english" are "en", "pt_br" is
/// "pt-BR", "zh-hant" is "zh-Hant". Nothing for a text that names no language.
std::optional<std::string> languageTag(std::string_view text);

} // namespace grindstone::judge
