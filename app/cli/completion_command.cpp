// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/completion_scripts.h"
#include "app/cli/translation.h"

namespace grindstone::cli {

namespace {

struct CompletionOptions {
    std::string shell;
};

std::string checkShell(const std::string& shell) {
    return completionScript(shell).empty() ? shell + " is not a shell that is known; there are: bash, fish, zsh"
                                           : std::string();
}

ExitStatus completion(const CompletionOptions& options, Session& session) {
    Canvas canvas = session.console.canvas();
    session.console.print(canvas.block(QString::fromStdString(completionScript(options.shell)), 0));
    return ExitStatus::Success;
}

} // namespace

void declareCompletion(CLI::App& root, Action& chosen) {
    const auto options = std::make_shared<CompletionOptions>();
    CLI::App* command = addCommand(
        root, "completion", Cli::tr("Print what lets a shell complete commands, problems and languages"),
        Cli::tr("  eval \"$(grind completion bash)\"                              in ~/.bashrc\n"
                "  eval \"$(grind completion zsh)\"                               in ~/.zshrc, after compinit\n"
                "  grind completion fish > ~/.config/fish/completions/grind.fish\n"
                "\n"
                "The Debian package brings all three along."));
    command->add_option("SHELL", options->shell, Cli::tr("bash, fish or zsh").toStdString())
        ->required()
        ->check(CLI::Validator(checkShell, ""));
    choose(*command, chosen, options, completion);
}

} // namespace grindstone::cli
