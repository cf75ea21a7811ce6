// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/package_folder.h"
#include "judge/problem/problem.h"

#include <map>

namespace grindstone::judge {

/// The statements of an ICPC package: what is named after the problem (`problem.en.md`, `problem.tex`, `SLUG.pdf`,
/// `statement.html`) in `statement/`, the legacy `problem_statement/`, their folders of languages, or else beside
/// problem.yaml; else whatever a statement's folder holds. Sorted by language, and by format as StatementFormat has
/// them. Each with the title that it gives itself. What is odd is a warning: a problem can be judged without its
/// statement.
std::vector<Statement> findStatements(const PackageFolder& folder, std::vector<std::string>& warnings);

/// The title that the English statement gives itself, else the first one that has any; empty if none does.
std::string findTitle(const std::vector<Statement>& statements);

/// Gives statements the titles that problem.yaml has for their languages.
void applyTitles(const std::map<std::string, std::string>& names, std::vector<Statement>& statements);

} // namespace grindstone::judge
