// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/group_settings.h"

#include "judge/compare/decimal.h"
#include "judge/text/utf8.h"

#include <algorithm>
#include <limits>

namespace grindstone::judge {

namespace {

void useFlag(TestGroup& group, const std::string& flag) {
    static const std::vector<std::pair<std::string_view, ScoreRule>> Scores{
        {"sum", ScoreRule::Sum}, {"avg", ScoreRule::Average}, {"min", ScoreRule::Minimum}, {"max", ScoreRule::Maximum}};
    static const std::vector<std::pair<std::string_view, VerdictRule>> Verdicts{
        {"worst_error", VerdictRule::WorstError},
        {"no_errors", VerdictRule::WorstError},
        {"first_error", VerdictRule::FirstError},
        {"always_accept", VerdictRule::AlwaysAccept}};
    for (const auto& [name, rule] : Scores) {
        group.scoreRule = name == flag ? rule : group.scoreRule;
    }
    for (const auto& [name, rule] : Verdicts) {
        group.verdictRule = name == flag ? rule : group.verdictRule;
    }
    group.lastCounts |= flag == "ignore_sample";
    group.acceptsIfAny |= flag == "accept_if_any_accepted";
}

bool isKnownFlag(const std::string& flag) {
    constexpr std::string_view Known[] = {
        "sum",       "avg",         "min",           "max",           "worst_error",
        "no_errors", "first_error", "always_accept", "ignore_sample", "accept_if_any_accepted"};
    return std::ranges::find(Known, flag) != std::end(Known);
}

void useFlags(TestGroup& group) {
    group.scoreRule = ScoreRule::Sum;
    group.verdictRule = VerdictRule::WorstError;
    group.lastCounts = false;
    group.acceptsIfAny = false;
    for (const std::string& flag : group.graderArguments) {
        useFlag(group, flag);
    }
}

/// Older packages name the verdict rule where the later ones say whether to go on.
Result<void> readOnReject(const YamlReader& reader, const YamlValue& value, TestGroup& group) {
    const std::size_t chosen =
        TRY(reader.choice(value, "on_reject", {"break", "continue", "first_error", "worst_error", "grade"}));
    group.stopsAtFailure = chosen == 0 || chosen == 2;
    return {};
}

std::optional<double> parseBound(const std::string& word) {
    constexpr double Infinity = std::numeric_limits<double>::infinity();
    if (word == "inf" || word == "+inf") {
        return Infinity;
    }
    return word == "-inf" ? std::optional(-Infinity) : parseDecimal(word);
}

Result<void> readRange(const YamlReader& reader, const YamlValue& value, TestGroup& group) {
    const std::vector<std::string> words = TRY(reader.words(value, "range"));
    const std::optional<double> low = words.size() == 2 ? parseBound(words[0]) : std::nullopt;
    const std::optional<double> high = words.size() == 2 ? parseBound(words[1]) : std::nullopt;
    if (!low || !high || !(*low <= *high)) {
        return reader.invalid(value, "range is no range of scores; write the lowest and the highest one, such as "
                                     "\"0 100\" or \"-inf +inf\"");
    }
    group.lowest = *low;
    group.highest = *high;
    return {};
}

Result<void> readScores(const YamlReader& reader, const YamlValue& yaml, LegacySettings& settings) {
    if (const YamlValue* score = yaml.find("accept_score")) {
        settings.group.acceptScore = TRY(reader.number(*score, "accept_score"));
    }
    if (const YamlValue* score = yaml.find("reject_score")) {
        settings.group.rejectScore = TRY(reader.number(*score, "reject_score"));
    }
    if (const YamlValue* range = yaml.find("range")) {
        TRY(readRange(reader, *range, settings.group));
        settings.ownRange = true;
    }
    return {};
}

void warnOfFlags(const YamlReader& reader, const YamlValue& flags, const TestGroup& group,
                 std::vector<std::string>& warnings) {
    for (const std::string& flag : group.graderArguments) {
        if (!group.customGrader && !isKnownFlag(flag)) {
            warnings.push_back(reader.place(flags.line) + "the default grader knows no flag \"" +
                               std::string(cutUtf8(flag, 80)) + "\"; it is ignored");
        }
    }
}

constexpr double LargestScore = 1e15; ///< whole numbers below are exact

Result<double> naturalNumber(const YamlReader& reader, const YamlValue& value, const char* key, const char* otherwise) {
    const std::optional<double> number = parseDecimal(value.text);
    if (!number || *number < 0 || *number > LargestScore ||
        *number != static_cast<double>(static_cast<long long>(*number))) {
        return reader.invalid(value,
                              std::string(key) + " is no whole number from 0; write one, or \"" + otherwise + "\"");
    }
    return *number;
}

Result<void> readRequired(const YamlReader& reader, const YamlValue& yaml, CurrentSettings& settings) {
    if (const YamlValue* required = yaml.find("require_pass")) {
        settings.required = TRY(reader.words(*required, "require_pass"));
        settings.requiredLine = required->line;
    }
    return {};
}

/// Passed or failed where the group is, else worth a number of points.
Result<void> readStaticScore(const YamlReader& reader, const YamlValue& yaml, CurrentSettings& settings) {
    const YamlValue* score = yaml.find("static_validation_score");
    if (score == nullptr) {
        return {};
    }
    const bool asGroup = settings.aggregation == ScoreRule::AllOrNothing;
    if (asGroup != (score->text == "pass-fail")) {
        return reader.invalid(*score, asGroup
                                          ? "static_validation_score must be \"pass-fail\" in a group that is passed "
                                            "or failed; write that, or another score_aggregation"
                                          : "static_validation_score must be a number of points in a group whose "
                                            "scores are added up or compared; write one");
    }
    if (!asGroup) {
        settings.staticScore = TRY(naturalNumber(reader, *score, "static_validation_score", "pass-fail"));
    }
    return {};
}

Result<void> refuseInSample(const YamlReader& reader, const YamlValue& yaml) {
    for (const char* key : {"max_score", "score_aggregation", "require_pass"}) {
        if (const YamlValue* value = yaml.find(key)) {
            return reader.invalid(*value, std::string(key) + " must not be given for the samples, which have no score; "
                                                             "remove it");
        }
    }
    return {};
}

} // namespace

LegacySettings legacyDefaults() {
    LegacySettings settings;
    settings.group.verdictRule = VerdictRule::WorstError;
    return settings;
}

Result<LegacySettings> readLegacySettings(const YamlReader& reader, const YamlValue& yaml,
                                          const LegacySettings& inherited, std::vector<std::string>& warnings) {
    LegacySettings settings = inherited;
    settings.ownRange = false;
    if (const YamlValue* reject = yaml.find("on_reject")) {
        TRY(readOnReject(reader, *reject, settings.group));
    }
    if (const YamlValue* grading = yaml.find("grading")) {
        settings.group.customGrader = TRY(reader.choice(*grading, "grading", {"default", "custom"})) == 1;
    }
    if (const YamlValue* flags = yaml.find("grader_flags")) {
        settings.group.graderArguments = TRY(reader.words(*flags, "grader_flags"));
        warnOfFlags(reader, *flags, settings.group, warnings);
    }
    useFlags(settings.group);
    TRY(readScores(reader, yaml, settings));
    return settings;
}

Result<CurrentSettings> readCurrentSettings(const YamlReader& reader, const YamlValue& yaml, GroupPlace place) {
    CurrentSettings settings;
    settings.hasStaticCase = yaml.find("static_validation_score") != nullptr;
    if (place == GroupPlace::Sample) {
        TRY(refuseInSample(reader, yaml));
        return settings;
    }
    settings.maxScore = place == GroupPlace::Secret ? std::optional(100.0) : std::nullopt;
    settings.aggregation = place == GroupPlace::Secret ? ScoreRule::Sum : ScoreRule::AllOrNothing;
    if (const YamlValue* most = yaml.find("max_score")) {
        settings.maxScore = most->text == "unbounded"
                                ? std::nullopt
                                : std::optional(TRY(naturalNumber(reader, *most, "max_score", "unbounded")));
        settings.line = most->line;
    }
    if (const YamlValue* aggregation = yaml.find("score_aggregation")) {
        constexpr ScoreRule Rules[] = {ScoreRule::AllOrNothing, ScoreRule::Sum, ScoreRule::Minimum};
        settings.aggregation =
            Rules[TRY(reader.choice(*aggregation, "score_aggregation", {"pass-fail", "sum", "min"}))];
        settings.line = aggregation->line;
    }
    TRY(readStaticScore(reader, yaml, settings));
    TRY(readRequired(reader, yaml, settings));
    return settings;
}

void warnOfScoringKeys(const YamlReader& reader, const YamlValue& yaml, std::vector<std::string>& warnings) {
    for (const char* key : {"max_score", "score_aggregation", "require_pass"}) {
        if (const YamlValue* value = yaml.find(key)) {
            warnings.push_back(reader.place(value->line) + key + " has no effect without \"type: scoring\"");
        }
    }
}

} // namespace grindstone::judge
