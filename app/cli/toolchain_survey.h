// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/language/language_catalogue.h"
#include "judge/language/toolchain.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <stop_token>
#include <vector>

namespace grindstone::cli {

/// A language and whether it works on this machine.
struct SurveyedLanguage {
    judge::Language language;
    judge::ToolchainCheck check;
};

/// Really tries every language in a box, some at once, and returns them in the catalogue's order. Each language is
/// said not to work, with the reason, when there is no box.
std::vector<SurveyedLanguage> surveyToolchains(const judge::LanguageCatalogue& languages, sandbox::BoxSource& boxes,
                                               std::stop_token stop);

/// The same when no sandbox could be had at all.
std::vector<SurveyedLanguage> surveyWithoutSandbox(const judge::LanguageCatalogue& languages, const Error& reason);

/// [{"id", "name", "works", "version", "install", "detail", "extensions"}]
nlohmann::ordered_json surveyJson(const std::vector<SurveyedLanguage>& survey);

} // namespace grindstone::cli
