// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the build whether a compiler can make fuzzers of our sources: it is the headers of a library that was written
// for another compiler that some stumble over.
#include "sandbox/helper/setup.h"
#include "sandbox/outcome.h"

#include <algorithm>
#include <functional>
#include <ranges>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t*, std::size_t size) {
    const std::vector<std::string> words(size % 2);
    return std::ranges::all_of(words, &std::string::empty) ? 0 : 1;
}
