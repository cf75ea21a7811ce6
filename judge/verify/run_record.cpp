// SPDX-License-Identifier: GPL-3.0-or-later
//
// JSON with a digest before it, so that a damaged file is no result. Verdicts are written by their codes, which never
// change; times in nanoseconds.
#include "judge/verify/run_record.h"

#include "judge/cache/digest.h"

#include <nlohmann/json.hpp>

namespace grindstone::judge {

namespace {

using Json = nlohmann::json;

constexpr std::size_t DigestDigits = 2 * Digest::Size;
constexpr std::size_t KeptOfMessage = 2048;

Json orNull(const std::optional<double>& number) {
    return number ? Json(*number) : Json();
}

Json orNull(const std::optional<Verdict>& verdict) {
    return verdict ? Json(std::string(code(*verdict))) : Json();
}

std::optional<double> numberFrom(const Json& json) {
    return json.is_null() ? std::nullopt : std::optional(json.get<double>());
}

std::optional<Verdict> verdictFrom(const Json& json) {
    return json.is_null() ? std::nullopt : findVerdict(json.get<std::string>());
}

Json caseJson(const CaseResult& one) {
    return Json::array({one.name, orNull(one.verdict), one.cpu.count(), one.wall.count(), one.memory.count(),
                        orNull(one.score), orNull(one.maxScore), static_cast<int>(one.limit), one.idle,
                        one.feedback.judgeMessage.substr(0, KeptOfMessage), one.rerun});
}

CaseResult caseFrom(const Json& json) {
    CaseResult one;
    one.name = json.at(0).get<std::string>();
    one.verdict = verdictFrom(json.at(1));
    one.cpu = std::chrono::nanoseconds(json.at(2).get<std::int64_t>());
    one.wall = std::chrono::nanoseconds(json.at(3).get<std::int64_t>());
    one.memory = Bytes(json.at(4).get<std::uint64_t>());
    one.score = numberFrom(json.at(5));
    one.maxScore = numberFrom(json.at(6));
    one.limit = static_cast<sandbox::LimitHit>(json.at(7).get<int>());
    one.idle = json.at(8).get<bool>();
    one.feedback.judgeMessage = json.at(9).get<std::string>();
    one.rerun = json.at(10).get<bool>();
    return one;
}

Json groupJson(const GroupResult& group) {
    return Json::array({group.name, orNull(group.verdict), orNull(group.score), orNull(group.maxScore)});
}

GroupResult groupFrom(const Json& json) {
    return {json.at(0).get<std::string>(), verdictFrom(json.at(1)), numberFrom(json.at(2)), numberFrom(json.at(3))};
}

Report reportFromJson(const Json& json) {
    Report report;
    report.verdict = verdictFrom(json.at("verdict"));
    report.score = numberFrom(json.at("score"));
    report.maxScore = numberFrom(json.at("max_score"));
    report.compile.ok = json.at("compiled").get<bool>();
    report.limits.cpuTime = std::chrono::milliseconds(json.at("limit_ms").get<std::int64_t>());
    for (const Json& one : json.at("cases")) {
        report.cases.push_back(caseFrom(one));
    }
    for (const Json& group : json.at("groups")) {
        report.groups.push_back(groupFrom(group));
    }
    for (const Json& group : json.at("static")) {
        StaticResult result;
        result.group = group.at(0).get<std::string>();
        result.verdict = verdictFrom(group.at(1)).value_or(Verdict::JudgeError);
        report.staticResults.push_back(std::move(result));
    }
    return report;
}

} // namespace

std::string recordOf(const Report& report) {
    Json cases = Json::array();
    for (const CaseResult& one : report.cases) {
        cases.push_back(caseJson(one));
    }
    Json groups = Json::array();
    for (const GroupResult& group : report.groups) {
        groups.push_back(groupJson(group));
    }
    Json statics = Json::array();
    for (const StaticResult& result : report.staticResults) {
        statics.push_back({result.group, std::string(code(result.verdict))});
    }
    const Json json{{"verdict", orNull(report.verdict)},
                    {"score", orNull(report.score)},
                    {"max_score", orNull(report.maxScore)},
                    {"compiled", report.compile.ok},
                    {"limit_ms", report.limits.cpuTime.count()},
                    {"cases", std::move(cases)},
                    {"groups", std::move(groups)},
                    {"static", std::move(statics)}};
    const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    return Digest().add(text).hex() + text;
}

std::optional<Report> reportFrom(std::string_view record) {
    if (record.size() < DigestDigits) {
        return std::nullopt;
    }
    const std::string_view text = record.substr(DigestDigits);
    if (Digest().add(text).hex() != record.substr(0, DigestDigits)) {
        return std::nullopt;
    }
    try {
        return reportFromJson(Json::parse(text));
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

} // namespace grindstone::judge
