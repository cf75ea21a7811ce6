// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"
#include "sandbox/outcome.h"

#include <string>

namespace grindstone::judge {

/// Reads at most `most` bytes of a file from `offset` by position; less at its end or where reading fails.
std::string readAt(int descriptor, std::uint64_t offset, std::uint64_t most);

/// All bytes that a capture holds.
std::string readAll(const sandbox::Capture& capture);

/// The capture's end, at most `most` bytes.
std::string readEnd(const sandbox::Capture& capture, std::uint64_t most);

/// The capture itself when it holds at most `most` bytes, otherwise a copy of its beginning, marked as cut. Fails with
/// "sandbox.memory".
Result<sandbox::Capture> shorten(sandbox::Capture capture, Bytes most);

} // namespace grindstone::judge
