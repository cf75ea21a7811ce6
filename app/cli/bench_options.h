// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"

namespace grindstone::cli {

/// What the measuring commands have in common.

/// An option for a number from 1 to 1,000,000; `value` has the default and gets what is given.
void addCount(CLI::App& command, const char* name, std::size_t& value, const QString& text);

/// Warns when others left too little of the machine for the times to mean much. `loadAverage` is that of the minute
/// before.
void warnWhenBusy(Console& console, double loadAverage, unsigned cpus);

void declareBenchJudge(CLI::App& bench, Action& chosen);
void declareBenchCompare(CLI::App& bench, Action& chosen);

} // namespace grindstone::cli
