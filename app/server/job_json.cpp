// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/job_json.h"

#include "app/core/text/json_parts.h"
#include "judge/text/utf8.h"

#include <QDateTime>

namespace grindstone::server {

using Json = nlohmann::ordered_json;
using core::JobView;

namespace {

using Time = std::chrono::system_clock::time_point;

Json timeJson(const std::optional<Time>& time) {
    if (!time) {
        return nullptr;
    }
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(time->time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(since.count(), Qt::UTC).toString(Qt::ISODateWithMs).toStdString();
}

} // namespace

Json jobJson(const JobView& job, const std::optional<JobProgress>& progress) {
    return {{"id", job.id},
            {"state", code(job.state)},
            {"mode", job.mode == judge::Mode::Run ? "run" : "submit"},
            {"problem", judge::toValidUtf8(job.problemId)},
            {"language", judge::toValidUtf8(job.language)},
            {"position", job.position},
            {"attempts", job.attempts},
            {"created_at", timeJson(job.createdAt)},
            {"started_at", timeJson(job.startedAt)},
            {"finished_at", timeJson(job.finishedAt)},
            {"verdict", job.verdict ? Json(code(*job.verdict)) : Json(nullptr)},
            {"submission", job.submission ? Json(*job.submission) : Json(nullptr)},
            {"error", job.error ? core::text::errorJson(*job.error) : Json(nullptr)},
            {"progress", progress ? toJson(*progress) : Json(nullptr)}};
}

/// The report is put in as it is: it may be large, and to read it only to write it again would take its time.
std::string jobDocument(const JobView& job, const std::optional<JobProgress>& progress,
                        const std::optional<std::string>& report) {
    Json document{{"schema", "grindstone-job/1"}};
    document.update(jobJson(job, progress));
    std::string text = document.dump();
    text.pop_back();
    const bool readable = report && nlohmann::json::accept(*report);
    return text + ",\"report\":" + (readable ? *report : "null") + "}";
}

std::string jobsDocument(const std::vector<JobView>& jobs) {
    Json list = Json::array();
    for (const JobView& job : jobs) {
        list.push_back(jobJson(job, std::nullopt));
    }
    return Json{{"schema", "grindstone-jobs/1"}, {"jobs", std::move(list)}}.dump();
}

bool isFinished(core::JobState state) {
    return state != core::JobState::Queued && state != core::JobState::Running;
}

} // namespace grindstone::server
