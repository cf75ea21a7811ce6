// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_tree.h"

#include "app/core/library/near_matches.h"

#include <algorithm>

namespace grindstone::cli {

namespace {

/// Empty when nothing is near.
std::string meantCommand(const CLI::App& parent, const std::string& word) {
    std::vector<core::ProblemEntry> commands;
    for (const CLI::App* command : commandsOf(parent)) {
        core::ProblemEntry entry;
        entry.id = entry.slug = QString::fromStdString(command->get_name());
        commands.push_back(entry);
    }
    const QStringList near = core::nearMatches(commands, QString::fromStdString(word));
    return near.isEmpty() ? std::string() : near.first().toStdString();
}

} // namespace

std::string fullName(const CLI::App& command) {
    const CLI::App* parent = command.get_parent();
    return parent == nullptr ? command.get_name() : fullName(*parent) + " " + command.get_name();
}

std::string helpText(const CLI::App& command) {
    return command.get_formatter()->make_help(&command, fullName(command), CLI::AppFormatMode::Normal);
}

std::vector<const CLI::App*> commandsOf(const CLI::App& command) {
    return command.get_subcommands([](const CLI::App*) { return true; });
}

const CLI::App* findCommand(const CLI::App& parent, const std::string& name) {
    const std::vector<const CLI::App*> commands = commandsOf(parent);
    const auto found = std::ranges::find_if(commands, [&](const CLI::App* one) { return one->get_name() == name; });
    return found == commands.end() ? nullptr : *found;
}

Result<const CLI::App*> commandAt(const CLI::App& root, std::span<const std::string> words) {
    const CLI::App* command = &root;
    for (const std::string& word : words) {
        const CLI::App* next = findCommand(*command, word);
        if (next == nullptr) {
            return fail(unknownCommand(*command, word));
        }
        command = next;
    }
    return command;
}

Error unknownCommand(const CLI::App& parent, const std::string& word) {
    const std::string meant = meantCommand(parent, word);
    const std::string name = fullName(parent);
    const std::string cure = meant.empty() ? "see " + name + " --help" : "did you mean " + name + " " + meant + "?";
    return {"usage.wrong", "there is no command " + word + "; " + cure};
}

} // namespace grindstone::cli
