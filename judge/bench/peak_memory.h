// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace grindstone::judge::bench {

/// How much more memory this process comes to hold from here on, at its peak. Where the kernel doesn't let the peak be
/// set back, only what exceeds the earlier one is seen.
class PeakMemory {
public:
    PeakMemory();

    /// Since the construction; 0 where /proc doesn't tell.
    std::uint64_t addedKibibytes() const;

private:
    std::uint64_t m_before = 0;
};

} // namespace grindstone::judge::bench
