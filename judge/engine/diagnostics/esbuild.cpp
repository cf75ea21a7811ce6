// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/diagnostics/output.h"

#include <array>
#include <utility>

namespace grindstone::judge {

/// "✘ [ERROR] message", an empty line, and "    main.ts:4:11:" with a column that counts from 0.
std::optional<Diagnostic> parseEsbuild(const CompilerOutput& output, std::size_t at) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> Heads{
        {{"✘ [ERROR] ", "error"}, {"▲ [WARNING] ", "warning"}}};
    for (const auto& [head, severity] : Heads) {
        std::string_view message = output.line(at);
        if (!takePrefix(message, head)) {
            continue;
        }
        std::string_view rest = withoutBlanks(output.line(at + 2));
        Diagnostic found = takePlace(rest).value_or(Diagnostic{});
        found.column += found.line > 0 ? 1 : 0;
        found.severity = severity;
        found.message = message;
        return found;
    }
    return std::nullopt;
}

} // namespace grindstone::judge
