// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace grindstone::judge {

/// Bytes of a foreign program as text for an error: blanks around it taken away, bytes that aren't UTF-8 replaced,
/// control characters other than newlines and tabs left out.
std::string readable(std::string_view bytes);

/// Its first `most` bytes, with an ellipsis when there is more.
std::string readableBeginning(std::string_view bytes, std::size_t most);

/// Its last `most` bytes, with an ellipsis when there is more.
std::string readableEnd(std::string_view bytes, std::size_t most);

/// The bytes without the blanks and NULs around them.
std::string_view withoutBlanksAround(std::string_view bytes);

} // namespace grindstone::judge
