// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/report/report.h"

#include <optional>
#include <string_view>

namespace grindstone::judge {

/// What the program's runtime says it died of, in the end of its standard error: an uncaught exception, a panic, a
/// failed assertion, a corrupted heap. Nothing when no known runtime (those of Python, Java, Node, Go, Rust, C++, Mono,
/// Ruby, PHP, Lua, OCaml, Pascal and Haskell, and the C library) says anything. Pure.
std::optional<UncaughtError> findUncaughtError(std::string_view standardError);

} // namespace grindstone::judge
