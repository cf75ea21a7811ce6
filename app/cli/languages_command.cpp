// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/json_parts.h"
#include "app/cli/survey_view.h"
#include "app/cli/translation.h"

namespace grindstone::cli {

namespace {

struct LanguagesOptions {
    bool install = false;
};

/// On standard output the one line that installs them, and nothing else: `sudo $(grind languages --install)`.
ExitStatus tellWhatToInstall(const std::vector<std::string>& packages, Session& session) {
    QString line = QStringLiteral("apt install");
    for (const std::string& package : packages) {
        line += u' ' + QString::fromStdString(package);
    }
    if (session.console.json()) {
        session.console.document({{"schema", "grindstone-install/1"},
                                  {"packages", packages},
                                  {"command", orNull(packages.empty() ? QString() : line)}});
    } else if (packages.empty()) {
        session.console.tell(Cli::tr("Nothing is missing: every language works."));
    } else {
        Canvas canvas = session.console.canvas();
        canvas.line(line);
        session.console.print(canvas);
    }
    return ExitStatus::Success;
}

ExitStatus languages(const LanguagesOptions& options, Session& session) {
    const judge::LanguageCatalogue& catalogue = session.services.languages();
    const Result<sandbox::Sandbox*> boxes = session.services.sandbox();
    if (options.install && !boxes) {
        return tellWhatToInstall(core::packagesToInstall(core::surveyWithoutSandbox(catalogue, boxes.error())),
                                 session);
    }
    if (!boxes) {
        return session.console.fail(boxes.error());
    }
    const core::Trust trust = options.install ? core::Trust::WhatIsRemembered : core::Trust::Nothing;
    const std::vector<core::SurveyedLanguage> survey =
        core::surveyToolchains(catalogue, **boxes, session.services.paths().toolchainMemory(), trust, session.stop);
    if (options.install) {
        return tellWhatToInstall(core::packagesToInstall(survey), session);
    }
    if (session.console.json()) {
        session.console.document(core::languagesJson(survey, catalogue.problems()));
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
                           "  sudo $(grind languages --install)\n"
                           "\n"
                           "Each language compiles and runs a small program in the sandbox. A language of\n"
                           "your own is a TOML file in the folder that grind doctor names."));
    auto options = std::make_shared<LanguagesOptions>();
    command->add_flag("--install", options->install,
                      Cli::tr("Only print the command that installs what is missing").toStdString());
    declareJson(*command);
    choose(*command, chosen, options, languages);
}

} // namespace grindstone::cli
