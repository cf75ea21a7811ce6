// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/job_json.h"

#include "app/core/judging/job_json.h"

namespace grindstone::server {

using Json = nlohmann::ordered_json;

Json jobJson(const core::JobView& job, const std::optional<JobProgress>& progress) {
    Json json = core::jobJson(job);
    json["progress"] = progress ? toJson(*progress) : Json(nullptr);
    return json;
}

/// The report is put in as it is: it may be large, and to read it only to write it again would take its time.
std::string jobDocument(const core::JobView& job, const std::optional<JobProgress>& progress,
                        const std::optional<std::string>& report) {
    Json document{{"schema", "grindstone-job/1"}};
    document.update(jobJson(job, progress));
    std::string text = document.dump();
    text.pop_back();
    const bool readable = report && nlohmann::json::accept(*report);
    return text + ",\"report\":" + (readable ? *report : "null") + "}";
}

bool isFinished(core::JobState state) {
    return state != core::JobState::Queued && state != core::JobState::Running;
}

} // namespace grindstone::server
