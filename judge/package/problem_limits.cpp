// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/problem_limits.h"

#include "judge/package/inferred_limits.h"
#include "judge/package/yaml_reader.h"

#include <cmath>

namespace grindstone::judge {

namespace {

constexpr std::size_t LargestSmallFile = 1 << 16;
constexpr double LongestSeconds = 86'400;
constexpr std::uint64_t MostMib = 1 << 20;
constexpr std::uint64_t MostKib = 1 << 20;

const YamlReader Reader("problem.yaml");

std::chrono::milliseconds wholeMilliseconds(double seconds) {
    return std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(seconds * 1000)));
}

std::string_view trimmed(std::string_view text) {
    constexpr const char* Blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(Blanks);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(Blanks) - begin + 1);
}

std::string_view unquoted(std::string_view text) {
    const bool quoted =
        text.size() >= 2 && (text.front() == '\'' || text.front() == '"') && text.front() == text.back();
    return quoted ? text.substr(1, text.size() - 2) : text;
}

Result<void> readSize(const YamlValue& limits, const char* key, const char* unit, std::uint64_t most,
                      Bytes (*bytes)(std::uint64_t), Bytes& limit) {
    if (const YamlValue* value = limits.find(key)) {
        limit = bytes(TRY(Reader.positiveInteger(*value, std::string("limits.") + key, most, unit)));
    }
    return {};
}

Result<void> readSeconds(const YamlValue& limits, const char* key, std::chrono::milliseconds& limit) {
    if (const YamlValue* value = limits.find(key)) {
        limit = wholeMilliseconds(
            TRY(Reader.positiveNumber(*value, std::string("limits.") + key, LongestSeconds, "seconds")));
    }
    return {};
}

Result<void> readPasses(const YamlValue& limits, unsigned& passes) {
    constexpr std::uint64_t MostPasses = 10'000;
    if (const YamlValue* value = limits.find("validation_passes")) {
        const std::uint64_t number =
            TRY(Reader.positiveInteger(*value, "limits.validation_passes", MostPasses, "passes"));
        if (number < 2) {
            return Reader.invalid(*value, "limits.validation_passes is 1; write 2 or more, or leave it out");
        }
        passes = static_cast<unsigned>(number);
    }
    return {};
}

Bytes kib(std::uint64_t count) {
    return Bytes::kib(count);
}

Bytes mib(std::uint64_t count) {
    return Bytes::mib(count);
}

Result<void> readYamlLimits(const YamlValue& values, ProblemLimits& limits) {
    if (values.find("time_limit") != nullptr) {
        TRY(readSeconds(values, "time_limit", limits.cpuTime));
        limits.source = LimitSource::Package;
    }
    TRY(readSize(values, "memory", "MiB", MostMib, mib, limits.memory));
    TRY(readSize(values, "output", "MiB", MostMib, mib, limits.output));
    TRY(readSize(values, "code", "KiB", MostKib, kib, limits.code));
    TRY(readSize(values, "compilation_memory", "MiB", MostMib, mib, limits.compilationMemory));
    TRY(readSize(values, "validation_memory", "MiB", MostMib, mib, limits.validationMemory));
    TRY(readSize(values, "validation_output", "MiB", MostMib, mib, limits.validationOutput));
    TRY(readPasses(values, limits.validationPasses));
    TRY(readSeconds(values, "validation_time", limits.validationTime));
    return readSeconds(values, "compilation_time", limits.compilationTime);
}

/// What a side file says of the time limit, as "FILE" and its text.
Result<std::optional<std::pair<std::string, std::string>>> findSideLimit(const PackageFolder& folder) {
    using Found = std::optional<std::pair<std::string, std::string>>;
    if (const auto text = TRY(folder.readText(".timelimit", LargestSmallFile))) {
        return Found({".timelimit", std::string(trimmed(*text))});
    }
    if (const auto text = TRY(readIniValue(folder, "timelimit"))) {
        return Found({"domjudge-problem.ini", *text});
    }
    return Found();
}

/// What was found out when the package was imported; else a guess.
void assumeLimit(const PackageFolder& folder, ProblemLimits& limits, std::vector<std::string>& warnings) {
    if (const auto kept = readKeptLimit(folder, warnings)) {
        limits.cpuTime = kept->cpuTime;
        limits.source = LimitSource::Inferred;
    } else {
        warnings.emplace_back(AssumedTimeLimit);
    }
}

Result<void> readSideLimit(const PackageFolder& folder, ProblemLimits& limits, std::vector<std::string>& warnings) {
    const auto side = TRY(findSideLimit(folder));
    if (!side) {
        assumeLimit(folder, limits, warnings);
        return {};
    }
    YamlValue value;
    value.kind = YamlValue::Kind::Scalar;
    value.text = side->second;
    limits.cpuTime = wholeMilliseconds(
        TRY(YamlReader(side->first).positiveNumber(value, "the time limit", LongestSeconds, "seconds")));
    limits.source = LimitSource::Package;
    return {};
}

} // namespace

Result<std::optional<std::string>> readIniValue(const PackageFolder& folder, const std::string& key) {
    const std::optional<std::string> content = TRY(folder.readText("domjudge-problem.ini", LargestSmallFile));
    std::string_view rest = content ? std::string_view(*content) : std::string_view();
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const std::size_t equals = line.find('=');
        if (equals != std::string_view::npos && trimmed(line.substr(0, equals)) == key) {
            return std::optional(std::string(unquoted(trimmed(line.substr(equals + 1)))));
        }
    }
    return std::optional<std::string>();
}

Result<ProblemLimits> readLimits(const PackageFolder& folder, const YamlValue& yaml,
                                 std::vector<std::string>& warnings) {
    ProblemLimits limits;
    if (const YamlValue* values = yaml.find("limits")) {
        TRY(Reader.expectMap(*values, "limits"));
        TRY(readYamlLimits(*values, limits));
        Reader.warnOfUnknownKeys(*values, "limits.",
                                 {"time_limit", "time_multipliers", "time_resolution", "memory", "output", "code",
                                  "compilation_time", "compilation_memory", "validation_time", "validation_memory",
                                  "validation_output", "validation_passes", "time_multiplier", "time_safety_margin"},
                                 warnings);
    }
    if (limits.source == LimitSource::Default) {
        TRY(readSideLimit(folder, limits, warnings));
    }
    return limits;
}

} // namespace grindstone::judge
