// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/bench/workbench.h"

#include <optional>

namespace grindstone::sandbox::bench {

/// The peak that is reported for a program that touches 50 MiB, less these 50 MiB: in KiB, the median of `rounds` runs.
/// What the program needs besides is part of it.
Result<double> measureMemoryError(Workbench& bench, std::size_t rounds);

/// One GiB of this process's memory, all of it touched: what must not show in the figures of a box. Nothing when the
/// machine has no room for it.
class LargeBlock {
public:
    static std::optional<LargeBlock> allocate();
    ~LargeBlock();
    LargeBlock(LargeBlock&& other) noexcept : m_address(std::exchange(other.m_address, nullptr)) {}
    LargeBlock& operator=(LargeBlock&&) = delete;

private:
    explicit LargeBlock(void* address) : m_address(address) {}
    void* m_address;
};

} // namespace grindstone::sandbox::bench
