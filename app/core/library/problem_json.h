// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/library/library.h"
#include "app/core/statement/statement.h"
#include "app/core/store/submission_repository.h"

#include <nlohmann/json.hpp>

namespace grindstone::core {

/// "grindstone-problems/1": a list of problems, what became of each so far, and which packages cannot be read.
nlohmann::ordered_json problemsJson(const std::vector<ProblemEntry>& entries,
                                    const SubmissionRepository::Progress& progress,
                                    const std::vector<Error>& unreadable);

/// All that there is to show of a problem.
struct ShownProblem {
    ProblemEntry entry;
    std::shared_ptr<const judge::Problem> problem;
    StatementDocument statement;
};

/// Fails as Library::load() and loadStatement() do.
Result<ShownProblem> loadShown(const ProblemEntry& entry, const QString& language,
                               const LatexConverter& latexConverter = {});

/// "grindstone-problem/1"
nlohmann::ordered_json problemJson(const ShownProblem& shown);

std::size_t sampleCount(const judge::Problem& problem);

} // namespace grindstone::core
