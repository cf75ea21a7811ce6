// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/judging/job_end.h"

#include "app/core/text/text.h"
#include "judge/report/report_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace grindstone::core {

namespace {

/// Why the judge failed; the first case that it failed on speaks where the report itself doesn't.
Error failureOf(const judge::Report& report) {
    if (report.error) {
        return *report.error;
    }
    const auto found = std::ranges::find_if(report.cases, [](const auto& one) { return one.error.has_value(); });
    return found == report.cases.end() ? Error{"judge.failed", "no reason was given"} : *found->error;
}

bool hasFailed(const judge::Report& report) {
    return report.error || report.verdict == judge::Verdict::JudgeError;
}

std::string toText(const judge::Report& report) {
    using Json = nlohmann::ordered_json;
    return judge::toJson(report, text::jsonOptions(false)).dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

judge::Report emptyReport(const JobOrder& order) {
    judge::Report report;
    report.problemId = order.problemId;
    report.language = order.language;
    report.mode = order.mode;
    return report;
}

judge::Report failedReport(const JobOrder& order, Error error) {
    judge::Report report = emptyReport(order);
    report.verdict = judge::Verdict::JudgeError;
    report.error = std::move(error);
    return report;
}

judge::JudgeRequest toRequest(const JobOrder& order, std::shared_ptr<const judge::Problem> problem) {
    return {std::move(problem), order.problemId, order.language,   order.sources,
            order.mode,         order.allCases,  order.customCases};
}

JobOrder toOrder(const judge::JudgeRequest& request) {
    return {request.problemId, request.language, request.sources, request.mode, request.allCases, request.customCases};
}

bool belongsIntoHistory(judge::Mode mode, const judge::Report& report) {
    return mode == judge::Mode::Submit && !report.cancelled && report.verdict && !hasFailed(report);
}

JobEnd toEnd(const JobOrder& order, const judge::Report& report) {
    JobEnd end;
    end.report = toText(report);
    if (report.cancelled) {
        end.state = JobState::Cancelled;
        return end;
    }
    end.verdict = report.verdict;
    if (hasFailed(report)) {
        end.state = JobState::Failed;
        end.error = failureOf(report);
    } else if (belongsIntoHistory(order.mode, report)) {
        end.submission = toStored(toRequest(order, nullptr), report);
    }
    return end;
}

} // namespace grindstone::core
