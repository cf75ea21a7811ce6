// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace grindstone::judge {

/// The title that a LaTeX statement gives itself, as plain text: `%% plainproblemname: …`, else `\problemname{…}`, else
/// the first argument of Polygon's `\begin{problem}`; empty if there is none. Formulas stay as they are.
std::string titleOfLatex(std::string_view latex);

} // namespace grindstone::judge
