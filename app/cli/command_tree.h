// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <CLI/App.hpp>

#include <span>
#include <string>
#include <vector>

namespace grindstone::cli {

/// "grind bench sandbox"
std::string fullName(const CLI::App& command);

/// What --help prints: the usage begins with the full name.
std::string helpText(const CLI::App& command);

/// The commands directly below, in the order of their declaration.
std::vector<const CLI::App*> commandsOf(const CLI::App& command);

/// Nothing when there is none of that name.
const CLI::App* findCommand(const CLI::App& parent, const std::string& name);

/// The command that `words` name one below the other; `root` when there are none. Fails with "usage.wrong", which
/// names the command that was probably meant.
Result<const CLI::App*> commandAt(const CLI::App& root, std::span<const std::string> words);

/// "there is no command sumbit; did you mean grind submit?"
Error unknownCommand(const CLI::App& parent, const std::string& word);

} // namespace grindstone::cli
