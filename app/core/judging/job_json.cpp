// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/judging/job_json.h"

#include "app/core/text/json_parts.h"
#include "judge/report/names.h"
#include "judge/text/utf8.h"

#include <QDateTime>

namespace grindstone::core {

using Json = nlohmann::ordered_json;

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

Json jobJson(const JobView& job) {
    return {{"id", job.id},
            {"state", code(job.state)},
            {"mode", judge::name(job.mode)},
            {"problem", judge::toValidUtf8(job.problemId)},
            {"language", judge::toValidUtf8(job.language)},
            {"position", job.state == JobState::Queued ? Json(job.position) : Json(nullptr)},
            {"held", job.held},
            {"attempts", job.attempts},
            {"created_at", timeJson(job.createdAt)},
            {"started_at", timeJson(job.startedAt)},
            {"finished_at", timeJson(job.finishedAt)},
            {"verdict", job.verdict ? Json(judge::code(*job.verdict)) : Json(nullptr)},
            {"submission", job.submission ? Json(*job.submission) : Json(nullptr)},
            {"error", job.error ? text::errorJson(*job.error) : Json(nullptr)}};
}

Json jobsJson(const std::vector<JobView>& jobs) {
    Json list = Json::array();
    for (const JobView& job : jobs) {
        list.push_back(jobJson(job));
    }
    return {{"schema", "grindstone-jobs/1"}, {"jobs", std::move(list)}};
}

} // namespace grindstone::core
