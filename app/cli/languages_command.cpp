// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/json_parts.h"
#include "app/cli/survey_view.h"
#include "app/cli/translation.h"

namespace grindstone::cli {

namespace {

struct LanguagesOptions {};

ExitStatus languages(const LanguagesOptions&, Session& session) {
    const judge::LanguageCatalogue& catalogue = session.services.languages();
    const Result<sandbox::Sandbox*> boxes = session.services.sandbox();
    if (!boxes) {
        return session.console.fail(boxes.error());
    }
    const std::vector<SurveyedLanguage> survey =
        surveyToolchains(catalogue, **boxes, session.services.paths().toolchainMemory(), session.stop);
    if (session.console.json()) {
        session.console.document({{"schema", "grindstone-languages/1"},
                                  {"languages", surveyJson(survey)},
                                  {"problems", errorsJson(catalogue.problems())}});
        return ExitStatus::Success;
    }
    Canvas canvas = session.console.canvas();
    drawSurvey(canvas, survey);
    session.console.print(canvas);
    for (const Error& error : catalogue.problems()) {
        session.console.warn(error);
    }
    return ExitStatus::Success;
}

} // namespace

void declareLanguages(CLI::App& root, Action& chosen) {
    CLI::App* command =
        addCommand(root, "languages", Cli::tr("Try every language and tell which of them work here"),
                   Cli::tr("  grind languages\n"
                           "  grind languages --json | jq '.languages[] | select(.works).id'\n"
                           "\n"
                           "Each language compiles and runs a small program in the sandbox. A language of\n"
                           "your own is a TOML file in the folder that grind doctor names."));
    declareJson(*command);
    choose(*command, chosen, std::make_shared<LanguagesOptions>(), languages);
}

} // namespace grindstone::cli
