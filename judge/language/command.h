// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/language/language.h"

#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

/// What the placeholders of a command stand for.
struct CommandWords {
    std::string tool;
    std::string program;
    std::vector<std::string> sources; ///< `{source}` is the first
    Bytes memory;                     ///< whole MiB of it are `{memory_mib}`
    std::string mainClass;
    std::string prepared; ///< folder; empty: words with `{prepared}` are left out
};

/// The command with its placeholders replaced; `{sources}` becomes a word for each.
/// `{runtime}` is left alone: see equip().
std::vector<std::string> expandCommand(const std::vector<std::string>& command, const CommandWords& words);

/// The whole environment of a program of this language in a box.
std::vector<std::string> boxEnvironment(const Language& language);

/// The placeholders in a word, each with its braces, that could only be meant as such: none is looked for in a word
/// with blanks, which is a script, nor behind a '$'.
std::vector<std::string> findPlaceholders(std::string_view word);

} // namespace grindstone::judge
