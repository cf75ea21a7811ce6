// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace grindstone::cli {

/// "bash", "fish", "zsh".
const std::vector<std::string>& completionShells();

/// What a shell is to read so that it completes `grind`; empty for other shells. The script knows nothing of commands:
/// it asks the program with CompletionRequest and the words up to the cursor.
std::string completionScript(const std::string& shell);

/// The hidden first argument.
constexpr const char* CompletionRequest = "__complete";

} // namespace grindstone::cli
