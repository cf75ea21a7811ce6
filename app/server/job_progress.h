// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/judge.h"

#include <nlohmann/json.hpp>

namespace grindstone::server {

/// How far a job that is being judged in this process has come. Plain value.
struct JobProgress {
    std::optional<bool> compiled; ///< nothing while it isn't known
    std::size_t casesTotal = 0;   ///< 0 while it isn't known
    std::size_t casesDone = 0;
    std::vector<nlohmann::ordered_json> cases; ///< those that ended, as they ended: see caseJson()
};

/// {"index", "name", "verdict", "cpu_ms", "wall_ms", "memory_kib"}: no text that the person may not see is in it.
nlohmann::ordered_json caseJson(std::size_t index, const judge::CaseResult& result);

/// {"compiled", "cases_done", "cases_total", "cases"}
nlohmann::ordered_json toJson(const JobProgress& progress);

/// What a reader of events is told. Plain value.
struct JobEvent {
    std::string name; ///< "state", "compile", "plan", "case", "finished"
    nlohmann::ordered_json data;
};

/// Brings `progress` up to date, and says what to tell; nothing for what isn't told.
std::optional<JobEvent> take(JobProgress& progress, const judge::Progress& news);

} // namespace grindstone::server
