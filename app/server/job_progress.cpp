// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/job_progress.h"

#include "judge/text/utf8.h"

namespace grindstone::server {

using Json = nlohmann::ordered_json;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

namespace {

std::optional<JobEvent> takeNews(JobProgress&, const judge::CompileStarted&) {
    return JobEvent{"compile", {{"state", "started"}}};
}

std::optional<JobEvent> takeNews(JobProgress& progress, const judge::CompileFinished& news) {
    progress.compiled = news.result.ok;
    return JobEvent{"compile",
                    {{"state", "finished"},
                     {"ok", news.result.ok},
                     {"wall_ms", news.result.wall.count()},
                     {"cached", news.result.cached}}};
}

std::optional<JobEvent> takeNews(JobProgress& progress, const judge::CasesPlanned& news) {
    progress.casesTotal = news.names.size();
    return JobEvent{"plan", {{"cases_total", news.names.size()}}};
}

std::optional<JobEvent> takeNews(JobProgress& progress, const judge::CaseFinished& news) {
    ++progress.casesDone;
    progress.cases.push_back(caseJson(news.index, news.result));
    return JobEvent{"case", progress.cases.back()};
}

/// That a case begins is more than a reader wants to know.
template<typename Other> std::optional<JobEvent> takeNews(JobProgress&, const Other&) {
    return std::nullopt;
}

} // namespace

Json caseJson(std::size_t index, const judge::CaseResult& result) {
    return {{"index", index},
            {"name", judge::toValidUtf8(result.name)},
            {"verdict", result.verdict ? Json(code(*result.verdict)) : Json(nullptr)},
            {"cpu_ms", duration_cast<milliseconds>(result.cpu).count()},
            {"wall_ms", duration_cast<milliseconds>(result.wall).count()},
            {"memory_kib", result.memory.inKib()}};
}

Json toJson(const JobProgress& progress) {
    return {{"compiled", progress.compiled ? Json(*progress.compiled) : Json(nullptr)},
            {"cases_done", progress.casesDone},
            {"cases_total", progress.casesTotal},
            {"cases", progress.cases}};
}

std::optional<JobEvent> take(JobProgress& progress, const judge::Progress& news) {
    return std::visit([&](const auto& one) { return takeNews(progress, one); }, news);
}

} // namespace grindstone::server
