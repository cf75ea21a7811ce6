// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace grindstone::judge {

/// What a program's runtime says of memory on its way out.
enum class MemoryReport {
    None,
    Claimed, ///< out of memory, which one absurd request of a program with a bug says as well
    Sure,    ///< out of memory: the heap that the runtime was given is used up
};

/// Looks for the words of known runtimes (those of Java, Node, Go, Rust, C++, Python, Mono, Haskell, Ruby, PHP, Lua,
/// OCaml and Pascal) in the end of what a program wrote to its standard error. Anybody can write them there: they may
/// turn a runtime error into a memory limit, and nothing into anything better. Pure.
MemoryReport findMemoryReport(std::string_view standardError);

} // namespace grindstone::judge
