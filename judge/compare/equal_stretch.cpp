// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/equal_stretch.h"

#include <algorithm>
#include <cstring>

namespace grindstone::judge {

std::size_t commonPrefix(std::string_view a, std::string_view b) {
    constexpr std::size_t Stride = 4096;
    const std::size_t length = std::min(a.size(), b.size());
    std::size_t done = 0;
    while (length - done >= Stride && std::memcmp(a.data() + done, b.data() + done, Stride) == 0) {
        done += Stride;
    }
    const auto different =
        std::mismatch(a.begin() + static_cast<std::ptrdiff_t>(done), a.begin() + static_cast<std::ptrdiff_t>(length),
                      b.begin() + static_cast<std::ptrdiff_t>(done));
    return static_cast<std::size_t>(different.first - a.begin());
}

} // namespace grindstone::judge
