// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace grindstone::judge {

/// How far making a problem's cases is.
struct GenerationProgress {
    std::size_t done = 0; ///< of those that were not kept from before
    std::size_t total = 0;
    std::size_t kept = 0; ///< from before
};
/// One call at a time, from the judge's threads.
using GenerationSink = std::function<void(const GenerationProgress&)>;

} // namespace grindstone::judge
