// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/Formatter.hpp>

namespace grindstone::cli {

/// How --help looks: no line of a description is wider than a terminal of 80 columns, and no word is spent on what the
/// usage line says already.
class HelpFormat : public CLI::Formatter {
public:
    HelpFormat();

    std::string make_option_opts(const CLI::Option* option) const override;
    std::string make_option_desc(const CLI::Option* option) const override;
    std::string make_subcommand(const CLI::App* command) const override;
};

} // namespace grindstone::cli
