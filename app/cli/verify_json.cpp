// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verify_json.h"

#include "app/core/text/text.h"
#include "judge/package/verdict_set.h"
#include "judge/report/names.h"

namespace grindstone::cli {

namespace {

using judge::VerifiedPackage;
using judge::VerifiedSubmission;
using nlohmann::ordered_json;

ordered_json textOrNull(const std::string& text) {
    return text.empty() ? ordered_json() : ordered_json(text);
}

ordered_json numberOrNull(std::optional<double> number) {
    return number ? ordered_json(*number) : ordered_json();
}

ordered_json limitsJson(const VerifiedPackage& verified) {
    if (!verified.limits) {
        return {};
    }
    ordered_json json{{"cpu_ms", verified.limits->cpuTime.count()},
                      {"source", std::string(judge::name(verified.limits->source))},
                      {"memory_kib", verified.limits->memory.inKib()},
                      {"inferred", nullptr}};
    if (const auto& inferred = verified.inferred) {
        json["inferred"] = {{"slowest", inferred->slowest},
                            {"slowest_ms", inferred->slowestTime.count()},
                            {"multiplier", inferred->multiplier},
                            {"resolution_ms", inferred->resolution.count()}};
    }
    return json;
}

ordered_json findingJson(const judge::Finding& finding) {
    return {{"severity", finding.severity == judge::Severity::Error ? "error" : "warning"},
            {"file", textOrNull(finding.file)},
            {"line", finding.line > 0 ? ordered_json(finding.line) : ordered_json()},
            {"message", finding.message}};
}

/// The first case that wasn't accepted, or the compiler's first complaint.
ordered_json failureJson(const VerifiedSubmission& submission) {
    using core::text::Wording;
    if (submission.compile) {
        const auto& diagnostics = submission.compile->diagnostics;
        const std::string said = diagnostics.empty()
                                     ? core::text::compileMessage(*submission.compile, Wording::English).toStdString()
                                     : diagnostics.front().message;
        return {{"case", nullptr}, {"verdict", "CE"}, {"message", textOrNull(said)}};
    }
    if (!submission.firstFailure) {
        return {};
    }
    const judge::CaseResult& one = *submission.firstFailure;
    const std::string said = core::text::caseMessage(one, submission.limits, Wording::English).toStdString();
    return {{"case", one.name}, {"verdict", judge::packageName(*one.verdict)}, {"message", textOrNull(said)}};
}

ordered_json groupsJson(const VerifiedSubmission& submission) {
    ordered_json groups = ordered_json::array();
    for (const judge::GroupResult& group : submission.groups) {
        groups.push_back({{"name", group.name},
                          {"verdict", group.verdict ? ordered_json(judge::packageName(*group.verdict)) : nullptr},
                          {"score", numberOrNull(group.score)},
                          {"max_score", numberOrNull(group.maxScore)}});
    }
    return groups;
}

ordered_json errorTextJson(const std::optional<Error>& error) {
    return error ? ordered_json(core::text::errorMessage(*error, core::text::Wording::English).toStdString())
                 : ordered_json();
}

ordered_json submissionJson(const VerifiedSubmission& submission) {
    const bool ran = submission.cpu.count() > 0 || submission.memory.count() > 0;
    const auto cpuMs = std::chrono::ceil<std::chrono::milliseconds>(submission.cpu).count();
    return {{"path", submission.path},
            {"language", textOrNull(submission.language)},
            {"expected", submission.expected},
            {"verdict", textOrNull(submission.verdict)},
            {"score", numberOrNull(submission.score)},
            {"max_score", numberOrNull(submission.maxScore)},
            {"groups", groupsJson(submission)},
            {"ok", submission.ok},
            {"reason", textOrNull(submission.reason)},
            {"cpu_ms_max", ran ? ordered_json(cpuMs) : ordered_json()},
            {"memory_kib_max", ran ? ordered_json(submission.memory.inKib()) : ordered_json()},
            {"first_failure", failureJson(submission)},
            {"error", errorTextJson(submission.error)},
            {"skipped", errorTextJson(submission.skipped)},
            {"cached", submission.cached}};
}

} // namespace

ordered_json packageJson(const VerifiedPackage& verified) {
    ordered_json problems = ordered_json::array();
    for (const judge::Finding& finding : verified.problems) {
        problems.push_back(findingJson(finding));
    }
    ordered_json submissions = ordered_json::array();
    for (const VerifiedSubmission& submission : verified.submissions) {
        submissions.push_back(submissionJson(submission));
    }
    return {{"path", verified.path.string()},        {"name", verified.name},
            {"format", textOrNull(verified.format)}, {"ok", verified.ok},
            {"limits", limitsJson(verified)},        {"problems", std::move(problems)},
            {"submissions", std::move(submissions)}};
}

} // namespace grindstone::cli
