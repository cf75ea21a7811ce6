// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "app/core/store/submission_repository.h"

#include <CLI/App.hpp>

namespace grindstone::cli {

/// Which submissions a command is about, as it was typed.
struct HistoryOptions {
    std::vector<std::string> problems;
    std::string verdict;
    std::string language;
    std::string since;
};

/// PROBLEM…, --verdict, --language, --since.
void declareHistoryOptions(CLI::App& command, HistoryOptions& options);

/// All that match. Expects options that the command line's parser let through.
core::HistoryFilter toFilter(const HistoryOptions& options);

/// The submissions, or nothing when there is no database yet: looking must not make one.
Result<std::optional<core::SubmissionRepository>> findHistory(Session& session);

} // namespace grindstone::cli
