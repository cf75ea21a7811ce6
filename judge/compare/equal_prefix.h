// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace grindstone::judge {

/// How many bytes at the front are the same in both, found at the speed of memory.
inline std::size_t equalPrefix(std::string_view a, std::string_view b) {
    const std::size_t length = std::min(a.size(), b.size());
    std::size_t done = 0;
    for (std::size_t stride = 4096; stride >= 8; stride /= 8) {
        while (length - done >= stride && std::memcmp(a.data() + done, b.data() + done, stride) == 0) {
            done += stride;
        }
    }
    while (done < length && a[done] == b[done]) {
        ++done;
    }
    return done;
}

} // namespace grindstone::judge
