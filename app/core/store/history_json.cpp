// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/history_json.h"

#include "app/core/text/json_parts.h"

#include <nlohmann/json.hpp>

namespace grindstone::core {

using Json = nlohmann::ordered_json;

namespace {

using text::orNull;

template<typename Number> Json orNull(const std::optional<Number>& number) {
    return number ? Json(*number) : Json(nullptr);
}

/// No limit is 0: that one was not kept.
Json knownLimit(qint64 limit) {
    return limit > 0 ? Json(limit) : Json(nullptr);
}

Json limitsJson(const StoredLimits& limits) {
    return {{"cpu_ms", knownLimit(limits.cpuMs)},
            {"wall_ms", knownLimit(limits.wallMs)},
            {"memory_kib", knownLimit(limits.memoryKib)},
            {"output_kib", knownLimit(limits.outputKib)},
            {"source", orNull(limits.source)}};
}

Json toolchainJson(const StoredSubmission& submission) {
    Json words = Json::array();
    for (const QString& word : submission.compileCommand) {
        words.push_back(word.toStdString());
    }
    return {{"version", orNull(submission.toolchainVersion)}, {"compile", std::move(words)}};
}

Json compileJson(const StoredSubmission& submission) {
    Json diagnostics = Json::array();
    for (const StoredDiagnostic& one : submission.diagnostics) {
        diagnostics.push_back({{"file", one.file.toStdString()},
                               {"line", one.line},
                               {"column", one.column},
                               {"severity", one.severity.toStdString()},
                               {"message", one.message.toStdString()}});
    }
    return {{"output", submission.compileOutput.toStdString()}, {"diagnostics", std::move(diagnostics)}};
}

Json filesJson(const std::vector<StoredFile>& files) {
    Json list = Json::array();
    for (const StoredFile& file : files) {
        list.push_back({{"name", orNull(file.name)}, {"content", file.content.toStdString()}});
    }
    return list;
}

Json caseJson(const StoredCase& one) {
    return {{"name", one.name.toStdString()},
            {"verdict", orNull(one.verdict)},
            {"cpu_ms", one.cpuMs},
            {"wall_ms", one.wallMs},
            {"memory_kib", one.memoryKib},
            {"exit_code", orNull(one.exitCode)},
            {"signal", orNull(one.signal)},
            {"limit_hit", orNull(one.limitHit)},
            {"score", orNull(one.score)},
            {"max_score", orNull(one.maxScore)},
            {"message", one.message.toStdString()}};
}

} // namespace

QString utcText(const QDateTime& time) {
    return time.toUTC().toString(Qt::ISODateWithMs);
}

Json summaryJson(const StoredSubmission& submission) {
    return {{"id", submission.id},
            {"problem", submission.problemId.toStdString()},
            {"language", submission.language.toStdString()},
            {"mode", submission.mode.toStdString()},
            {"verdict", orNull(submission.verdict)},
            {"score", orNull(submission.score)},
            {"max_score", orNull(submission.maxScore)},
            {"submitted_at", utcText(submission.submittedAt).toStdString()},
            {"message", submission.message.toStdString()},
            {"totals",
             {{"cases", submission.casesTotal},
              {"passed", submission.casesPassed},
              {"cpu_ms_max", submission.cpuMsMax},
              {"memory_kib_max", submission.memoryKibMax},
              {"wall_ms", submission.wallMs}}},
            {"limits", limitsJson(submission.limits)},
            {"toolchain", toolchainJson(submission)},
            {"sandbox", {{"tier", orNull(submission.tier)}}},
            {"program_version", orNull(submission.programVersion)}};
}

Json submissionJson(const StoredSubmission& submission) {
    Json json = summaryJson(submission);
    json["compile"] = compileJson(submission);
    json["files"] = filesJson(submission.files);
    json["cases"] = Json::array();
    for (const StoredCase& one : submission.cases) {
        json["cases"].push_back(caseJson(one));
    }
    return json;
}

} // namespace grindstone::core
