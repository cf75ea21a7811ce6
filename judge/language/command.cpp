// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/language/command.h"

#include <array>
#include <string_view>
#include <utility>

namespace grindstone::judge {

namespace {

/// Replaces in one pass, so that a file name that looks like a placeholder is left alone.
std::string expandWord(std::string_view word, const CommandWords& words) {
    const std::string source = words.sources.empty() ? std::string() : words.sources.front();
    const std::string memory = std::to_string(words.memory.inKib() / 1024);
    const std::array<std::pair<std::string_view, std::string_view>, 6> replacements{{{"{tool}", words.tool},
                                                                                     {"{program}", words.program},
                                                                                     {"{source}", source},
                                                                                     {"{memory_mib}", memory},
                                                                                     {"{main_class}", words.mainClass},
                                                                                     {"{prepared}", words.prepared}}};
    std::string expanded;
    while (!word.empty()) {
        std::string_view taken = word.substr(0, 1);
        std::string_view put = taken;
        for (const auto& [placeholder, value] : replacements) {
            if (word.starts_with(placeholder)) {
                taken = placeholder;
                put = value;
            }
        }
        expanded += put;
        word.remove_prefix(taken.size());
    }
    return expanded;
}

} // namespace

std::vector<std::string> expandCommand(const std::vector<std::string>& command, const CommandWords& words) {
    std::vector<std::string> expanded;
    for (const std::string& word : command) {
        if (word == "{sources}") {
            expanded.insert(expanded.end(), words.sources.begin(), words.sources.end());
        } else if (!words.prepared.empty() || word.find("{prepared}") == std::string::npos) {
            expanded.push_back(expandWord(word, words));
        }
    }
    return expanded;
}

std::vector<std::string> boxEnvironment(const Language& language) {
    std::vector<std::string> environment{"PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/work", "TMPDIR=/tmp",
                                         "LC_ALL=C.UTF-8"};
    environment.insert(environment.end(), language.environment.begin(), language.environment.end());
    return environment;
}

std::vector<std::string> findPlaceholders(std::string_view word) {
    std::vector<std::string> found;
    if (word.find_first_of(" \t\n") != std::string_view::npos) {
        return found;
    }
    for (std::size_t open = word.find('{'); open != std::string_view::npos; open = word.find('{', open + 1)) {
        const std::size_t end = word.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", open + 1);
        const bool closed = end != std::string_view::npos && word[end] == '}' && end > open + 1;
        if (closed && (open == 0 || word[open - 1] != '$')) {
            found.emplace_back(word.substr(open, end + 1 - open));
        }
    }
    return found;
}

} // namespace grindstone::judge
