// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/canvas.h"
#include "app/cli/services.h"
#include "app/core/judging/toolchain_survey.h"

#include <optional>

namespace grindstone::cli {

/// A folder of the person's and whether files can be made in it.
struct ExaminedFolder {
    std::string role; ///< "data", "config", "state", "cache"
    std::filesystem::path path;
    bool writable = false;
};

/// All that the doctor looks at. Plain value.
struct Examination {
    sandbox::Capabilities sandbox;
    std::optional<Error> sandboxError; ///< when the helper did not even start
    std::vector<core::SurveyedLanguage> languages;
    std::vector<Error> languageProblems;
    std::vector<ExaminedFolder> folders;
    std::optional<Error> store; ///< why the history cannot be opened, or what is wrong within
    std::filesystem::path database;
    std::vector<std::filesystem::path> copies;  ///< of the whole history, the last written first
    std::vector<std::filesystem::path> damaged; ///< databases that were repaired or set aside
    std::size_t problems = 0;                   ///< installed and readable
    std::vector<Error> unreadable;
    std::filesystem::path ownLanguages;
};

Examination examine(Services& services, std::stop_token stop);

/// At least one language works in a real sandbox.
bool canJudge(const Examination& found);

/// "grindstone-doctor/1"
nlohmann::ordered_json toJson(const Examination& found);

void drawExamination(Canvas& canvas, const Examination& found);

} // namespace grindstone::cli
