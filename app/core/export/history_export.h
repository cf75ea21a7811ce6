// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/store/submission_repository.h"

#include <filesystem>
#include <stop_token>

namespace grindstone::core {

enum class ExportFormat {
    Json,   ///< one document, "grindstone-history/1", with all that is kept
    Csv,    ///< a line for each submission, without code; see csv.h
    Folder, ///< the sources: pack/slug/0007-WA-2026-11-25T10-11-12.cpp (UTC), a folder of that name for several files
};

struct ExportOrder {
    HistoryFilter filter;
    ExportFormat format = ExportFormat::Json;
    std::filesystem::path path; ///< must not be there yet
    /// ".cpp" for "cpp"; empty where the language isn't known.
    std::function<QString(const QString& language)> extension;
};

/// Writes the submissions, oldest first, whole or not at all, holding one of them at a time. Gives their number. Fails
/// as NewFile and the repository do, or with "interrupted".
Result<std::size_t> exportHistory(const SubmissionRepository& history, const ExportOrder& order, std::stop_token stop);

} // namespace grindstone::core
