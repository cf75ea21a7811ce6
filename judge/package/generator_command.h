// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/yaml_reader.h"
#include "judge/problem/constants.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

/// The call of a generator: the program as the command names it, and its arguments.
struct GeneratorCommand {
    std::string program;
    std::vector<std::string> arguments;
};

/// What placeholders of a command stand for.
struct CommandValues {
    std::string name;                   ///< {name}
    std::optional<std::int64_t> number; ///< {count}; stays as it is where there is none
    std::string seedPrefix;             ///< goes before the command when its {seed} is computed
};

/// A number from 0 up to 2^31 - 1, and always the same one for a text: what its SHA-512 leaves when it is divided.
std::uint32_t seedFrom(std::string_view text);

/// Reads a command: constants and {count} filled in; then its words, as a POSIX shell parts them; in its arguments
/// {name}, and {seed} or {seed:DIGITS}, which may stand there once. Fails with "package.invalid": no words, a quotation
/// without end, two seeds, more than 256 words or 16 KiB.
Result<GeneratorCommand> readGeneratorCommand(const YamlReader& reader, const YamlValue& value, const std::string& key,
                                              const Constants& constants, const CommandValues& values);

} // namespace grindstone::judge
