// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"

#include <functional>

namespace grindstone::cli {

/// What the measuring commands have in common.

/// An option for a number from 1 to 1,000,000; `value` has the default and gets what is given.
void addCount(CLI::App& command, const char* name, std::size_t& value, const QString& text);

/// What a measurement has to tell, as JSON or drawn for a person.
struct FiguresView {
    double loadAverage = 0; ///< of the minute before the measurement
    unsigned cpus = 1;
    std::function<nlohmann::ordered_json()> json;
    std::function<void(Canvas&)> draw;
};

/// Tells the figures in the form that is asked for, after a warning where others left too little of the machine for the
/// times to mean much.
ExitStatus tellFigures(Console& console, const FiguresView& figures);

void declareBenchJudge(CLI::App& bench, Action& chosen);
void declareBenchCompare(CLI::App& bench, Action& chosen);

} // namespace grindstone::cli
