// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>

namespace grindstone::tests {

/// Ends the fuzzer, which then keeps the input, unless `kept`.
inline void promise(bool kept, const char* what) {
    if (!kept) {
        std::fprintf(stderr, "a promise was broken: %s\n", what);
        std::abort();
    }
}

} // namespace grindstone::tests
