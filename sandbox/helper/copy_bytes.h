// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace grindstone::sandbox::helper {

/// Copies `size` bytes from the start of one descriptor to another, within the kernel. False with errno set.
bool copyBytes(int from, int to, std::uint64_t size);

} // namespace grindstone::sandbox::helper
