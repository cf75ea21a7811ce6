// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/diagnostics/output.h"

namespace grindstone::judge {

/// "main.cpp:(.text+0x9): undefined reference to `f()'", perhaps after "/usr/bin/ld: ".
std::optional<Diagnostic> parseLinker(const CompilerOutput& output, std::size_t at) {
    const std::string_view line = output.line(at);
    const std::size_t reason = line.find("): undefined reference to ");
    const std::size_t section = line.find(":(");
    if (reason == std::string_view::npos || section == std::string_view::npos || section > reason) {
        return std::nullopt;
    }
    std::string_view file = line.substr(0, section);
    if (const std::size_t blank = file.rfind(' '); blank != std::string_view::npos) {
        file.remove_prefix(blank + 1);
    }
    return Diagnostic{plainName(file), 0, 0, "error", std::string(line.substr(reason + 3))};
}

} // namespace grindstone::judge
