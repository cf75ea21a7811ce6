// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/language/language.h"

#include <string>
#include <vector>

namespace grindstone::judge {

/// What the placeholders of a command stand for.
struct CommandWords {
    std::string tool;
    std::string program;
    std::vector<std::string> sources; ///< `{source}` is the first
};

/// The command with its placeholders replaced; `{sources}` becomes a word for each.
std::vector<std::string> expandCommand(const std::vector<std::string>& command, const CommandWords& words);

/// The whole environment of a program of this language in a box.
std::vector<std::string> boxEnvironment(const Language& language);

} // namespace grindstone::judge
