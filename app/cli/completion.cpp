// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion.h"

#include "app/cli/command_tree.h"
#include "app/cli/completion_values.h"

#include <algorithm>

namespace grindstone::cli {

namespace {

/// Where the cursor is, as far as the words before it tell.
struct Place {
    const CLI::App* command;
    const CLI::Option* awaiting = nullptr; ///< the option whose value comes next
    std::size_t positionals = 0;           ///< given so far
    bool optionsEnded = false;             ///< by "--"
};

bool takesValue(const CLI::Option& option) {
    return option.get_items_expected_max() > 0;
}

std::vector<const CLI::Option*> positionalsOf(const CLI::App& command) {
    return command.get_options([](const CLI::Option* option) { return option->get_positional(); });
}

const CLI::Option* findOption(const CLI::App& command, const std::string& name) {
    const auto options = command.get_options([&](const CLI::Option* option) { return option->check_name(name); });
    return options.empty() || options.front()->get_positional() ? nullptr : options.front();
}

void passWord(Place& place, const std::string& word) {
    if (place.awaiting != nullptr) {
        place.awaiting = nullptr;
    } else if (!place.optionsEnded && word == "--") {
        place.optionsEnded = true;
    } else if (!place.optionsEnded && word.size() > 1 && word.starts_with('-')) {
        const CLI::Option* option = findOption(*place.command, word);
        place.awaiting = option != nullptr && takesValue(*option) ? option : nullptr;
    } else if (const CLI::App* command = place.positionals == 0 ? findCommand(*place.command, word) : nullptr) {
        place.command = command;
    } else {
        ++place.positionals;
    }
}

void addMatching(Completion& completion, const std::string& typed, Candidate candidate) {
    if (candidate.word.starts_with(typed)) {
        completion.candidates.push_back(std::move(candidate));
    }
}

Completion completeOption(const CLI::App& command, const std::string& typed) {
    Completion completion;
    for (const CLI::Option* option : command.get_options()) {
        if (option->get_positional()) {
            continue;
        }
        for (const std::string& name : option->get_lnames()) {
            addMatching(completion, typed, {"--" + name, option->get_description()});
        }
    }
    return completion;
}

/// "--language=c" becomes "--language=cpp".
Completion completeAttached(const CLI::App& root, const Place& place, const std::string& typed, Services& services) {
    const std::size_t sign = typed.find('=');
    const CLI::Option* option = findOption(*place.command, typed.substr(0, sign));
    if (option == nullptr || !takesValue(*option)) {
        return {};
    }
    Completion completion = completeValue(root, *option, {}, typed.substr(sign + 1), services);
    for (Candidate& candidate : completion.candidates) {
        candidate.word.insert(0, typed, 0, sign + 1);
    }
    return completion;
}

Completion completeCommand(const CLI::App& parent, const std::string& typed) {
    Completion completion;
    for (const CLI::App* command : commandsOf(parent)) {
        addMatching(completion, typed, {command->get_name(), command->get_description()});
    }
    return completion;
}

Completion completePositional(const CLI::App& root, const Place& place, std::span<const std::string> before,
                              const std::string& typed, Services& services) {
    const std::vector<const CLI::Option*> positionals = positionalsOf(*place.command);
    if (positionals.empty()) {
        return place.positionals == 0 ? completeCommand(*place.command, typed) : Completion{};
    }
    const bool within = place.positionals < positionals.size();
    if (!within && positionals.back()->get_items_expected_max() <= 1) {
        return {};
    }
    const CLI::Option& positional = within ? *positionals[place.positionals] : *positionals.back();
    return completeValue(root, positional, before.last(place.positionals), typed, services);
}

} // namespace

Completion complete(const CLI::App& root, std::span<const std::string> words, Services& services) {
    if (words.empty()) {
        return completeCommand(root, {});
    }
    const std::span<const std::string> before = words.first(words.size() - 1);
    const std::string& typed = words.back();
    Place place{&root};
    for (const std::string& word : before) {
        passWord(place, word);
    }
    if (place.awaiting != nullptr) {
        return completeValue(root, *place.awaiting, {}, typed, services);
    }
    if (!place.optionsEnded && typed.starts_with('-')) {
        return typed.find('=') == std::string::npos ? completeOption(*place.command, typed)
                                                    : completeAttached(root, place, typed, services);
    }
    return completePositional(root, place, before, typed, services);
}

} // namespace grindstone::cli
