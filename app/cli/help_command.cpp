// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_tree.h"
#include "app/cli/commands.h"
#include "app/cli/translation.h"

namespace grindstone::cli {

namespace {

struct HelpOptions {
    const CLI::App* root = nullptr;
    std::vector<std::string> command;
};

ExitStatus help(const HelpOptions& options, Session& session) {
    const Result<const CLI::App*> command = commandAt(*options.root, options.command);
    if (!command) {
        return session.console.fail(command.error());
    }
    Canvas canvas = session.console.canvas();
    session.console.print(canvas.block(QString::fromStdString(helpText(**command)), 0));
    return ExitStatus::Success;
}

} // namespace

void declareHelp(CLI::App& root, Action& chosen) {
    const auto options = std::make_shared<HelpOptions>();
    options->root = &root;
    CLI::App* command = addCommand(root, "help", Cli::tr("Print the help of a command"),
                                   Cli::tr("  grind help run                                   as grind run --help\n"
                                           "  grind help bench sandbox"));
    command->add_option("COMMAND", options->command,
                        Cli::tr("Name of a command; all are listed without").toStdString());
    choose(*command, chosen, options, help);
}

} // namespace grindstone::cli
