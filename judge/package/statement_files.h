// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/problem/problem.h"

namespace grindstone::judge {

/// The statements in `statement/` or the legacy `problem_statement/` (`problem.en.md`, `problem.tex`), or a single
/// `problem.pdf` beside problem.yaml; sorted by language, Markdown before LaTeX before PDF. What is odd is a warning: a
/// problem can be judged without its statement.
std::vector<Statement> findStatements(const PackageFolder& folder, std::vector<std::string>& warnings);

/// The title that a LaTeX statement gives (`%% plainproblemname: …` or `\problemname{…}`); empty if none does.
std::string findTitle(const std::vector<Statement>& statements);

} // namespace grindstone::judge
