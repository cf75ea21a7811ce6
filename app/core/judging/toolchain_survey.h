// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/language/language_catalogue.h"
#include "judge/language/toolchain.h"
#include "sandbox/sandbox.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <stop_token>
#include <vector>

namespace grindstone::core {

/// A language and whether it works on this machine.
struct SurveyedLanguage {
    judge::Language language;
    judge::ToolchainCheck check;
    bool tried = true; ///< false: there was no sandbox to try it in, which says nothing of the language
};

enum class Trust {
    Nothing,
    WhatIsRemembered, ///< a language that worked before isn't tried again, and has no version
};

/// Really tries every language in a box, some at once, remembers the outcomes in the folder `memory`, and returns them
/// in the catalogue's order. None is tried where the sandbox's tier is None.
std::vector<SurveyedLanguage> surveyToolchains(const judge::LanguageCatalogue& languages, sandbox::Sandbox& sandbox,
                                               const std::filesystem::path& memory, Trust trust, std::stop_token stop);

/// The same when no sandbox could be had at all.
std::vector<SurveyedLanguage> surveyWithoutSandbox(const judge::LanguageCatalogue& languages, const Error& reason);

/// The packages that bring the languages which don't work here, each once, in the order of the languages.
std::vector<std::string> packagesToInstall(const std::vector<SurveyedLanguage>& survey);

/// [{"id", "name", "works", "tried", "version", "install", "tool", "detail", "extensions"}]
nlohmann::ordered_json surveyJson(const std::vector<SurveyedLanguage>& survey);

/// "grindstone-languages/1"; `problems` are those of the catalogue.
nlohmann::ordered_json languagesJson(const std::vector<SurveyedLanguage>& survey, const std::vector<Error>& problems);

} // namespace grindstone::core
