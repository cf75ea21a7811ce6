// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/judging/job_board.h"
#include "app/server/job_progress.h"

namespace grindstone::server {

/// What core::jobJson() says, and "progress". The progress is null where it isn't known: the job waits, has ended, or
/// is judged by another process.
nlohmann::ordered_json jobJson(const core::JobView& job, const std::optional<JobProgress>& progress);

/// "grindstone-job/1": the same with its report, which is null while there is none. `report` is JSON as it was stored;
/// what isn't JSON counts as none.
std::string jobDocument(const core::JobView& job, const std::optional<JobProgress>& progress,
                        const std::optional<std::string>& report);

/// True for those that will not change any more.
bool isFinished(core::JobState state);

} // namespace grindstone::server
