// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/canvas.h"
#include "sandbox/bench/sandbox_bench.h"

#include <nlohmann/json.hpp>

namespace grindstone::cli {

/// Part of the contract with scripts: keys are added, never renamed.
nlohmann::ordered_json toJson(const sandbox::bench::SandboxFigures& figures);

/// The same as a table for a person, with units and what the figures include.
void drawFigures(Canvas& canvas, const sandbox::bench::SandboxFigures& figures);

} // namespace grindstone::cli
