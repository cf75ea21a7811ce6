// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/diagnostics/output.h"

#include <algorithm>
#include <charconv>

namespace grindstone::judge {

bool CompilerOutput::isSource(std::string_view name) const {
    return std::ranges::any_of(sources, [&](const SourceFile& source) { return source.name == name; });
}

std::string plainName(std::string_view name) {
    for (const std::string_view prefix : {"/run/work/", "/work/", "./"}) {
        takePrefix(name, prefix);
    }
    return std::string(name);
}

std::optional<int> takeNumber(std::string_view& text, std::string_view end) {
    int number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto length = static_cast<std::size_t>(stop - text.data());
    if (error != std::errc() || number < 0 || !text.substr(length).starts_with(end)) {
        return std::nullopt;
    }
    text.remove_prefix(length + end.size());
    return number;
}

bool takePrefix(std::string_view& text, std::string_view prefix) {
    const bool there = text.starts_with(prefix);
    text.remove_prefix(there ? prefix.size() : 0);
    return there;
}

std::optional<Diagnostic> takePlace(std::string_view& text) {
    const std::size_t colon = text.find(':');
    if (colon == 0 || colon == std::string_view::npos) {
        return std::nullopt;
    }
    Diagnostic place;
    place.file = plainName(text.substr(0, colon));
    std::string_view rest = text.substr(colon + 1);
    const std::optional<int> line = takeNumber(rest, ":");
    if (!line) {
        return std::nullopt;
    }
    place.line = *line;
    place.column = takeNumber(rest, ":").value_or(0);
    text = rest;
    return place;
}

int caretColumn(std::string_view line) {
    const std::size_t caret = line.find('^');
    const bool only = line.find_first_not_of(" \t^~-|") == std::string_view::npos;
    return caret != std::string_view::npos && only ? static_cast<int>(caret) + 1 : 0;
}

std::string_view withoutBlanks(std::string_view text) {
    const std::size_t first = std::min(text.find_first_not_of(" \t\r"), text.size());
    const std::size_t last = text.find_last_not_of(" \t\r");
    return last == std::string_view::npos ? std::string_view() : text.substr(first, last + 1 - first);
}

} // namespace grindstone::judge
