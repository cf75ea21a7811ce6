// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace grindstone::core::text {

/// Bytes that a program wrote, safe to show within a sentence: control characters, invisible and direction-changing
/// ones as `\n` or `\u{202e}`, bytes that aren't UTF-8 as `\xff`. An empty text is `""`. A text that was cut at
/// `cutAt` bytes ends with an ellipsis, and a character that the cut halved is left out.
QString printable(std::string_view bytes, std::size_t cutAt = 200);

} // namespace grindstone::core::text
