// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help_format.h"

#include "app/cli/translation.h"

#include <CLI/App.hpp>

#include <sstream>

namespace grindstone::cli {

namespace {

constexpr std::size_t NameColumn = 26;
constexpr qsizetype DescriptionColumns = 80 - static_cast<qsizetype>(NameColumn) - 1;

/// Breaks lines between words.
std::string wrapped(const std::string& text) {
    QString result;
    qsizetype used = 0;
    for (const QString& word : QString::fromStdString(text).split(QLatin1Char(' '))) {
        const bool fits = used + 1 + word.size() <= DescriptionColumns;
        if (used > 0) {
            result += fits ? QLatin1Char(' ') : QLatin1Char('\n');
        }
        used = used > 0 && fits ? used + 1 + word.size() : word.size();
        result += word;
    }
    return result.toStdString();
}

} // namespace

HelpFormat::HelpFormat() {
    column_width(NameColumn);
    label("SUBCOMMAND", "COMMAND");
    label("Positionals", Cli::tr("Arguments").toStdString());
}

std::string HelpFormat::make_option_opts(const CLI::Option* option) const {
    const bool many = option->get_items_expected_max() > 1;
    // "TEXT" is what CLI11 says when nothing was said.
    const bool named = option->get_type_size() != 0 && option->get_type_name() != "TEXT" && !option->get_positional();
    return (named ? " " + option->get_type_name() : std::string()) + (many ? " ..." : "");
}

std::string HelpFormat::make_option_desc(const CLI::Option* option) const {
    return wrapped(option->get_description());
}

std::string HelpFormat::make_subcommand(const CLI::App* command) const {
    std::stringstream out;
    CLI::detail::format_help(out, command->get_display_name(true), wrapped(command->get_description()), NameColumn);
    return out.str();
}

} // namespace grindstone::cli
