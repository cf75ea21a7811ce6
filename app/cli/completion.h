// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/services.h"

#include <CLI/App.hpp>

#include <span>
#include <string>
#include <vector>

namespace grindstone::cli {

/// Something that the word at the cursor may become.
struct Candidate {
    std::string word;
    std::string description; ///< one line; may be empty
};

/// What the shell itself is to offer besides.
enum class PathKind { None, Files, Folders };

struct Completion {
    std::vector<Candidate> candidates;
    PathKind paths = PathKind::None;
};

/// What may stand for the last of `words`, which follow the program's name; it may be empty. Found in what the commands
/// declare of themselves. Starts no sandbox, writes nothing; what cannot be read is left out.
Completion complete(const CLI::App& root, std::span<const std::string> words, Services& services);

/// One line for the paths ("none", "files", "folders"), then one a candidate: the word, a tab, the description. Words
/// that a shell might take for more than a word are left out.
std::string completionText(const Completion& completion);

} // namespace grindstone::cli
