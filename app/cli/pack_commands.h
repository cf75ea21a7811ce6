// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"
#include "app/cli/progress_bar.h"
#include "judge/archive/extraction.h"

namespace grindstone::cli {

/// The commands below `grind pack`, as those of commands.h.
void declarePackImport(CLI::App& pack, Action& chosen);
void declarePackList(CLI::App& pack, Action& chosen);
void declarePackShow(CLI::App& pack, Action& chosen);
void declarePackRemove(CLI::App& pack, Action& chosen);
void declarePackBuild(CLI::App& pack, Action& chosen);
void declarePackExport(CLI::App& pack, Action& chosen);

/// Tells the bar of an extraction, in hundredths; `what` has "%1" for the bar.
judge::ExtractionSink percentOn(ProgressBar& bar, const QString& what);

} // namespace grindstone::cli
