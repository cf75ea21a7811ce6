// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/diagnostics/output.h"

namespace grindstone::judge {

/// "Parse error: message in main.php on line 3"
std::optional<Diagnostic> parsePhp(const CompilerOutput& output, std::size_t at) {
    constexpr std::string_view Before = " in ";
    constexpr std::string_view Behind = " on line ";
    std::string_view line = output.line(at);
    takePrefix(line, "PHP ");
    if (!takePrefix(line, "Parse error: ") && !takePrefix(line, "Fatal error: ")) {
        return std::nullopt;
    }
    const std::size_t behind = line.rfind(Behind);
    const std::size_t before = line.rfind(Before, behind);
    if (behind == std::string_view::npos || before == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view number = line.substr(behind + Behind.size());
    const std::optional<int> lineNumber = takeNumber(number, "");
    if (!lineNumber || !number.empty()) {
        return std::nullopt;
    }
    const std::string_view file = line.substr(before + Before.size(), behind - before - Before.size());
    return Diagnostic{plainName(file), *lineNumber, 0, "error", std::string(withoutBlanks(line.substr(0, before)))};
}

} // namespace grindstone::judge
