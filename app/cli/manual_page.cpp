// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/manual_page.h"

#include "app/cli/command_tree.h"

#include <sstream>
#include <string_view>

namespace grindstone::cli {

namespace {

/// Nothing of the text means anything to troff; hyphens stay what can be pasted.
std::string escaped(std::string_view text) {
    std::string result = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
    for (const char character : text) {
        switch (character) {
        case '\\':
            result += "\\e";
            break;
        case '-':
            result += "\\-";
            break;
        case '~':
            result += "\\(ti";
            break;
        case '^':
            result += "\\(ha";
            break;
        case '`':
            result += "\\(ga";
            break;
        case '\'':
            result += "\\(aq";
            break;
        default:
            result += character;
        }
    }
    return result;
}

/// Help texts as they are on a terminal: lines that are moved in are examples or tables and keep their shape.
std::string body(const std::string& text) {
    std::string page;
    bool shaped = false;
    bool gap = true;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const bool indented = line.starts_with("  ");
        if (shaped != indented) {
            page += indented ? ".PP\n.EX\n" : ".EE\n";
            gap = gap || shaped;
        }
        if (!line.empty()) {
            page += (!indented && gap ? ".PP\n" : "") + escaped(line) + '\n';
        }
        gap = line.empty();
        shaped = indented;
    }
    return page + (shaped ? ".EE\n" : "");
}

std::string valueOf(const CLI::Option& option) {
    const bool hasValue = option.get_items_expected_max() > 0;
    return hasValue ? " \\fI" + escaped(option.get_type_name()) + "\\fR" : std::string();
}

/// "-h, --help"
std::string names(const CLI::Option& option) {
    std::string list;
    for (const std::string& name : option.get_snames()) {
        list += (list.empty() ? "" : ", ") + ("\\fB" + escaped("-" + name) + "\\fR");
    }
    for (const std::string& name : option.get_lnames()) {
        list += (list.empty() ? "" : ", ") + ("\\fB" + escaped("--" + name) + "\\fR");
    }
    return list + valueOf(option);
}

std::string tagged(const CLI::App& command, bool positional) {
    std::string page;
    for (const CLI::Option* option : command.get_options()) {
        if (option->get_positional() == positional) {
            page += ".TP\n" + (positional ? "\\fI" + option->get_name() + "\\fR" : names(*option)) + '\n' +
                    escaped(option->get_description()) + '\n';
        }
    }
    return page;
}

std::string arguments(const CLI::App& command) {
    std::string text = commandsOf(command).empty() ? "" : " [\\fICOMMAND\\fR]";
    for (const CLI::Option* option : command.get_options()) {
        if (!option->get_positional()) {
            continue;
        }
        const std::string name =
            "\\fI" + option->get_name() + "\\fR" + (option->get_items_expected_max() > 1 ? "..." : "");
        text += option->get_required() ? " " + name : " [" + name + "]";
    }
    return text;
}

/// Also of the commands below it.
std::string commandPage(const CLI::App& command) {
    std::string page = ".SS " + fullName(command) + "\n\\fB" + escaped(fullName(command)) + "\\fR [\\fIOPTIONS\\fR]" +
                       arguments(command) + "\n.PP\n" + escaped(command.get_description()) + ".\n" +
                       tagged(command, true) + tagged(command, false) + body(command.get_footer());
    for (const CLI::App* below : commandsOf(command)) {
        page += commandPage(*below);
    }
    return page;
}

} // namespace

std::string manualPage(const CLI::App& root) {
    std::string page = ".\\\" SPDX-License-Identifier: GPL-3.0-or-later\n.TH GRIND 1 \"\" \"" + root.version() +
                       "\" \"Grindstone\"\n.SH NAME\ngrind \\- judge programs on programming problems\n"
                       ".SH SYNOPSIS\n\\fBgrind\\fR [\\fIOPTIONS\\fR] \\fICOMMAND\\fR [\\fIARGUMENTS\\fR]\n"
                       ".SH DESCRIPTION\n" +
                       escaped(root.get_description()) + '\n' + body(root.get_footer()) + ".SH OPTIONS\n" +
                       tagged(root, false) + ".SH COMMANDS\n";
    for (const CLI::App* command : commandsOf(root)) {
        page += commandPage(*command);
    }
    return page + ".SH SEE ALSO\n\\fBgrindstone\\fR(1)\n";
}

} // namespace grindstone::cli
