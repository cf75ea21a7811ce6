// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/compiler.h"

#include <optional>
#include <string>

namespace grindstone::judge {

/// A compilation as the bytes of one file: magic, length of the head, head (JSON), the program's files, digest of the
/// key and all before it. Fails with "file.unreadable" when the program's files cannot be read.
Result<std::string> toBytes(std::string_view key, const Compilation& compilation);

/// Nothing when the bytes aren't, to the last one, what toBytes() made for this key.
std::optional<Compilation> compilationFrom(std::string_view key, std::string_view bytes);

} // namespace grindstone::judge
