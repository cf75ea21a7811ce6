// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/translation.h"

namespace grindstone::cli {

CLI::App* addCommand(CLI::App& root, const char* name, const QString& text, const QString& examples) {
    CLI::App* command = root.add_subcommand(name, text.toStdString());
    command->group(Cli::tr("Commands").toStdString());
    command->footer((Cli::tr("Examples:") + QLatin1Char('\n') + examples).toStdString());
    return command;
}

void declareJson(CLI::App& command) {
    const std::string text = Cli::tr("Print one JSON document on standard output").toStdString();
    command.add_flag("--json", text);
}

} // namespace grindstone::cli
