// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace grindstone::judge {

/// Whether a file of this name is hidden, or what tools leave beside sources: nobody means it to belong to them.
constexpr bool isLeftover(std::string_view name) {
    return name.starts_with('.') || name == "__pycache__";
}

} // namespace grindstone::judge
