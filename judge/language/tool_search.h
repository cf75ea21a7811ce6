// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace grindstone::judge {

/// A program that could be a language's tool, and what a box must show of the host to start it.
struct ToolCandidate {
    std::string path;                      ///< absolute
    std::vector<std::string> visiblePaths; ///< empty below /usr
};

/// Programs called by one of `names`, in /usr/bin, in /usr/local/bin and on PATH, each once; the first name's first.
/// None is run. A shim stands for the programs that it may start. Of a program outside of /usr its prefix is to be
/// shown (the folder above its `bin`), or the program alone where the prefix holds other things: a home, say. `shown`:
/// paths that a box shows anyway.
std::vector<ToolCandidate> findTools(const std::vector<std::string>& names, const std::vector<std::string>& shown);

/// The same, of one file.
std::vector<ToolCandidate> candidatesOf(const std::filesystem::path& file, const std::vector<std::string>& shown);

} // namespace grindstone::judge
