// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/compiler.h"

#include <optional>
#include <string>

namespace grindstone::judge {

/// A compilation as the bytes of one file: magic, length of the head, head (JSON), the program's files, digest of all
/// before it. Fails with "file.unreadable" when the program's files cannot be read.
Result<std::string> toBytes(const Compilation& compilation);

/// Nothing when the bytes aren't, to the last one, what toBytes() made.
std::optional<Compilation> compilationFrom(std::string_view bytes);

} // namespace grindstone::judge
