// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/report/report_json.h"

#include "judge/report/capture.h"
#include "judge/report/interaction_json.h"
#include "judge/report/names.h"
#include "judge/text/base64.h"
#include "judge/text/utf8.h"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <limits>

namespace grindstone::judge {

using Json = nlohmann::ordered_json;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

namespace {

constexpr std::size_t LongestText = 4096;

/// A text of which perhaps only the beginning was read.
struct Text {
    std::string bytes;
    bool more = false;
};

std::uint64_t readMost(const JsonOptions& options) {
    return options.full ? std::numeric_limits<std::uint64_t>::max() : LongestText + 1;
}

std::optional<Text> readFile(const std::filesystem::path& path, const JsonOptions& options) {
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return std::nullopt;
    }
    return Text{readAt(file.get(), 0, readMost(options)), false};
}

std::optional<Text> readText(const SharedCapture& capture, const JsonOptions& options) {
    if (!capture) {
        return std::nullopt;
    }
    return Text{readCapture(capture, 0, readMost(options)), capture->cut};
}

std::optional<Text> readInput(const CaseResult& result, const JsonOptions& options) {
    return result.customInput ? Text{*result.customInput, false} : readFile(result.inputPath, options);
}

std::optional<Text> readAnswer(const CaseResult& result, const JsonOptions& options) {
    if (result.customAnswer) {
        return Text{*result.customAnswer, false};
    }
    return result.answerPath.empty() ? std::nullopt : readFile(result.answerPath, options);
}

Json orNull(const std::optional<int>& number) {
    return number ? Json(*number) : Json(nullptr);
}

Json orNull(const std::optional<double>& number) {
    return number ? Json(*number) : Json(nullptr);
}

Json orNull(const std::optional<Verdict>& verdict) {
    return verdict ? Json(code(*verdict)) : Json(nullptr);
}

/// Sets `key`, and `key_base64` where the bytes aren't UTF-8; names the key in `truncated` when not all is there.
void putText(Json& object, const std::string& key, const std::optional<Text>& text, Json& truncated,
             const JsonOptions& options) {
    if (!text) {
        object[key] = nullptr;
        return;
    }
    const std::string_view shown = options.full ? std::string_view(text->bytes) : cutUtf8(text->bytes, LongestText);
    object[key] = toValidUtf8(shown);
    if (findInvalidUtf8(shown)) {
        object[key + "_base64"] = toBase64(shown);
    }
    if (text->more || shown.size() < text->bytes.size()) {
        truncated.push_back(key);
    }
}

Json limitName(sandbox::LimitHit limit) {
    const std::string_view known = name(limit);
    return known.empty() ? Json(nullptr) : Json(known);
}

Json errorJson(const Error& error, const JsonOptions& options) {
    return {{"code", error.code},
            {"detail", toValidUtf8(error.detail)},
            {"hint", options.hint ? toValidUtf8(options.hint(error)) : ""}};
}

Json diagnosticsJson(const std::vector<Diagnostic>& diagnostics) {
    Json list = Json::array();
    for (const Diagnostic& diagnostic : diagnostics) {
        list.push_back({{"file", toValidUtf8(diagnostic.file)},
                        {"line", diagnostic.line},
                        {"column", diagnostic.column},
                        {"severity", diagnostic.severity},
                        {"message", toValidUtf8(diagnostic.message)}});
    }
    return list;
}

Json compileJson(const Report& report, const JsonOptions& options) {
    const CompileResult& compile = report.compile;
    Json object;
    Json truncated = Json::array();
    const bool refused = report.verdict == Verdict::CompileError;
    object["verdict"] = compile.ok ? Json("ok") : refused ? Json("CE") : Json(nullptr);
    object["wall_ms"] = compile.wall.count();
    object["cached"] = compile.cached;
    putText(object, "output", Text{compile.output, false}, truncated, options);
    object["diagnostics"] = diagnosticsJson(compile.diagnostics);
    object["limit_hit"] = limitName(compile.limit.value_or(sandbox::LimitHit::None));
    object["signal"] = orNull(compile.signal);
    object["truncated"] = std::move(truncated);
    return object;
}

Json toolchainJson(const UsedToolchain& toolchain) {
    Json words = Json::array();
    for (const std::string& word : toolchain.compile) {
        words.push_back(toValidUtf8(word));
    }
    return {{"version", toolchain.version.empty() ? Json(nullptr) : Json(toValidUtf8(toolchain.version))},
            {"compile", std::move(words)}};
}

Json limitsJson(const EffectiveLimits& limits) {
    return {{"cpu_ms", limits.cpuTime.count()},
            {"wall_ms", limits.wallTime.count()},
            {"memory_kib", limits.memory.inKib()},
            {"output_kib", limits.output.inKib()},
            {"source", name(limits.source)}};
}

Json totalsJson(const Report& report) {
    std::chrono::nanoseconds cpu{0};
    Bytes memory;
    for (const CaseResult& result : report.cases) {
        cpu = std::max(cpu, result.cpu);
        memory = std::max(memory, result.memory);
    }
    return {{"cases", report.cases.size()},
            {"passed", report.passed()},
            {"cpu_ms_max", duration_cast<milliseconds>(cpu).count()},
            {"memory_kib_max", memory.inKib()},
            {"wall_ms", report.wall.count()}};
}

Json groupsJson(const std::vector<GroupResult>& groups) {
    Json list = Json::array();
    for (const GroupResult& group : groups) {
        list.push_back({{"name", toValidUtf8(group.name)},
                        {"verdict", orNull(group.verdict)},
                        {"score", orNull(group.score)},
                        {"max_score", orNull(group.maxScore)}});
    }
    return list;
}

/// What a checker said: the team's message is for the person by the package format, the judge's may tell the answer.
void putFeedback(Json& object, const CheckerFeedback& feedback, Visibility visibility, Json& truncated,
                 const JsonOptions& options) {
    if (!feedback.judgeMessage.empty() && visibility == Visibility::Shown) {
        putText(object, "judge_message", Text{feedback.judgeMessage, false}, truncated, options);
    }
    if (!feedback.teamMessage.empty()) {
        putText(object, "team_message", Text{feedback.teamMessage, false}, truncated, options);
    }
}

void putTranscript(Json& object, const std::optional<Interaction>& interaction, Json& truncated,
                   const JsonOptions& options) {
    if (!interaction || !interaction->transcript) {
        return;
    }
    bool cut = false;
    const std::size_t longest = options.full ? std::numeric_limits<std::size_t>::max() : LongestText;
    object["transcript"] = toJson(*interaction->transcript, longest, cut);
    if (cut) {
        truncated.push_back("transcript");
    }
}

/// What a case gives its program beside standard input, where it gives anything.
void putInputs(Json& object, const CaseResult& result) {
    for (const std::string& argument : result.arguments) {
        object["arguments"].push_back(toValidUtf8(argument));
    }
    for (const PackageFile& file : result.files) {
        object["files"].push_back(toValidUtf8(file.name));
    }
}

Json passJson(const PassReport& pass, const JsonOptions& options) {
    Json object{{"verdict", orNull(pass.verdict)},
                {"cpu_ms", duration_cast<milliseconds>(pass.cpu).count()},
                {"wall_ms", duration_cast<milliseconds>(pass.wall).count()},
                {"memory_kib", pass.memory.inKib()},
                {"exit_code", orNull(pass.exitCode)},
                {"signal", orNull(pass.signal)},
                {"limit_hit", limitName(pass.limit)}};
    Json truncated = Json::array();
    putText(object, "input", readText(pass.input, options), truncated, options);
    putText(object, "actual", readText(pass.output, options), truncated, options);
    putTranscript(object, pass.interaction, truncated, options);
    object["truncated"] = std::move(truncated);
    return object;
}

void putPasses(Json& object, const CaseResult& result, const JsonOptions& options) {
    if (result.passes.empty()) {
        return;
    }
    object["passes"] = Json::array();
    for (const PassReport& pass : result.passes) {
        object["passes"].push_back(passJson(pass, options));
    }
}

/// The texts of a case, as far as its visibility lets a person see them.
void putTexts(Json& object, const CaseResult& result, const JsonOptions& options) {
    const bool all = result.visibility == Visibility::Shown;
    const bool input = (all || result.visibility == Visibility::InputOnly) && result.ownsFiles();
    const bool output = all && !result.interaction;
    Json truncated = Json::array();
    putText(object, "input", input ? readInput(result, options) : std::nullopt, truncated, options);
    if (input) {
        putInputs(object, result);
    }
    putText(object, "expected", output ? readAnswer(result, options) : std::nullopt, truncated, options);
    putText(object, "actual", output ? readText(result.standardOutput, options) : std::nullopt, truncated, options);
    putText(object, "stderr", all ? readText(result.standardError, options) : std::nullopt, truncated, options);
    putFeedback(object, result.feedback, result.visibility, truncated, options);
    if (all) {
        putTranscript(object, result.interaction, truncated, options);
    }
    object["truncated"] = std::move(truncated);
}

Json caseJson(const CaseResult& result, const EffectiveLimits& limits, const JsonOptions& options) {
    Json object{{"name", toValidUtf8(result.name)},
                {"visibility", name(result.visibility)},
                {"verdict", orNull(result.verdict)},
                {"cpu_ms", duration_cast<milliseconds>(result.cpu).count()},
                {"wall_ms", duration_cast<milliseconds>(result.wall).count()},
                {"memory_kib", result.memory.inKib()},
                {"exit_code", orNull(result.exitCode)},
                {"signal", orNull(result.signal)},
                {"limit_hit", limitName(result.limit)},
                {"message", options.caseMessage ? toValidUtf8(options.caseMessage(result, limits)) : ""}};
    putTexts(object, result, options);
    if (const std::optional<double> score = result.score ? result.score : result.feedback.score) {
        object["score"] = *score;
    }
    if (result.maxScore) {
        object["max_score"] = *result.maxScore;
    }
    putPasses(object, result, options);
    object["rerun"] = result.rerun;
    if (result.starved.count() > 0) {
        object["starved_ms"] = duration_cast<milliseconds>(result.starved).count();
    }
    if (result.uncaught && result.visibility == Visibility::Shown) {
        object["exception"] = {{"name", toValidUtf8(result.uncaught->name)},
                               {"message", toValidUtf8(result.uncaught->message)}};
    }
    Json blocked = Json::array();
    for (const std::string& call : result.blockedCalls) {
        blocked.push_back(toValidUtf8(call));
    }
    object["blocked_calls"] = std::move(blocked);
    if (result.error) {
        object["error"] = errorJson(*result.error, options);
    }
    return object;
}

Json staticJson(const StaticResult& result, const JsonOptions& options) {
    Json object{{"group", toValidUtf8(result.group)}, {"verdict", code(result.verdict)}};
    if (result.score) {
        object["score"] = *result.score;
        object["max_score"] = orNull(result.maxScore);
    }
    Json truncated = Json::array();
    putFeedback(object, result.feedback, result.visibility, truncated, options);
    object["truncated"] = std::move(truncated);
    if (result.error) {
        object["error"] = errorJson(*result.error, options);
    }
    return object;
}

} // namespace

Json toJson(const Report& report, const JsonOptions& options) {
    Json document{{"schema", "grindstone-report/1"},
                  {"problem", toValidUtf8(report.problemId)},
                  {"language", toValidUtf8(report.language)},
                  {"mode", name(report.mode)},
                  {"verdict", orNull(report.verdict)},
                  {"score", orNull(report.score)},
                  {"comparator", toValidUtf8(report.comparator)}};
    document["toolchain"] = toolchainJson(report.toolchain);
    if (!report.groups.empty()) {
        document["max_score"] = orNull(report.maxScore);
    }
    document["compile"] = compileJson(report, options);
    document["limits"] = limitsJson(report.limits);
    document["totals"] = totalsJson(report);
    document["sandbox"] = {{"tier", code(report.tier)}, {"memory", name(report.memorySource)}};
    document["cases"] = Json::array();
    for (const CaseResult& result : report.cases) {
        document["cases"].push_back(caseJson(result, report.limits, options));
    }
    for (const StaticResult& result : report.staticResults) {
        document["static_validation"].push_back(staticJson(result, options));
    }
    if (!report.groups.empty()) {
        document["groups"] = groupsJson(report.groups);
    }
    if (report.error) {
        document["error"] = errorJson(*report.error, options);
    }
    if (report.cancelled) {
        document["cancelled"] = true;
    }
    return document;
}

Json toJson(const Error& error, const JsonOptions& options) {
    return {{"schema", "grindstone-error/1"}, {"error", errorJson(error, options)}};
}

} // namespace grindstone::judge
