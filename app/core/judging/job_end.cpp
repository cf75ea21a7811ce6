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

judge::Report failedReport(const JobOrder& order, Error error) {
    judge::Report report;
    report.problemId = order.problemId;
    report.language = order.language;
    report.mode = order.mode;
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

JobState stateOf(const judge::Report& report) {
    if (report.cancelled) {
        return JobState::Cancelled;
    }
    return hasFailed(report) ? JobState::Failed : JobState::Done;
}

std::optional<Error> errorOf(const judge::Report& report) {
    return stateOf(report) == JobState::Failed ? std::optional(failureOf(report)) : std::nullopt;
}

JobEnd toEnd(const JobOrder& order, const judge::Report& report) {
    JobEnd end;
    end.report = toText(report);
    end.state = stateOf(report);
    end.error = errorOf(report);
    end.verdict = report.cancelled ? std::nullopt : report.verdict;
    if (belongsIntoHistory(order.mode, report)) {
        end.submission = toStored(toRequest(order, nullptr), report);
    }
    return end;
}

} // namespace grindstone::core
