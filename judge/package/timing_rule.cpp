// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/timing_rule.h"

#include "judge/package/yaml_reader.h"

#include <algorithm>
#include <cmath>

namespace grindstone::judge {

namespace {

constexpr double LargestFactor = 1000;
constexpr double LongestSeconds = 86'400;

const YamlReader Reader("problem.yaml");

Result<void> readFactor(const YamlValue& map, const char* key, const std::string& prefix, double least,
                        double& factor) {
    const YamlValue* value = map.find(key);
    if (value == nullptr || value->isNull()) {
        return {};
    }
    const std::string name = prefix + key;
    const double number = TRY(Reader.positiveNumber(*value, name, LargestFactor, "times"));
    if (number < least) {
        return Reader.invalid(*value, name + " is less than 1; write 1 or more");
    }
    factor = number;
    return {};
}

Result<void> readResolution(const YamlValue& limits, std::chrono::milliseconds& resolution) {
    const YamlValue* value = limits.find("time_resolution");
    if (value == nullptr || value->isNull()) {
        return {};
    }
    const double seconds = TRY(Reader.positiveNumber(*value, "limits.time_resolution", LongestSeconds, "seconds"));
    if (seconds < 0.001) {
        return Reader.invalid(*value, "limits.time_resolution is less than a millisecond; write 0.001 or more");
    }
    resolution = std::chrono::milliseconds(std::llround(seconds * 1000));
    return {};
}

} // namespace

Result<TimingRule> readTimingRule(const YamlValue* limits, PackageFormat format) {
    TimingRule rule;
    if (format == PackageFormat::Legacy) {
        if (limits != nullptr) {
            TRY(readFactor(*limits, "time_multiplier", "limits.", 0, rule.acceptedToLimit));
            TRY(readFactor(*limits, "time_safety_margin", "limits.", 0, rule.limitToTooSlow));
        }
        // The factor is for limits that a judge finds by itself; whoever gives one has thought of his judge.
        rule.acceptedToGiven = std::min(rule.acceptedToLimit, rule.acceptedToGiven);
        return rule;
    }
    rule.acceptedToLimit = 2;
    rule.limitToTooSlow = 1.5;
    if (limits == nullptr) {
        return rule;
    }
    TRY(readResolution(*limits, rule.resolution));
    if (const YamlValue* factors = limits->find("time_multipliers")) {
        TRY(Reader.expectMap(*factors, "limits.time_multipliers"));
        TRY(readFactor(*factors, "ac_to_time_limit", "limits.time_multipliers.", 1, rule.acceptedToLimit));
        TRY(readFactor(*factors, "time_limit_to_tle", "limits.time_multipliers.", 1, rule.limitToTooSlow));
    }
    rule.acceptedToGiven = rule.acceptedToLimit;
    return rule;
}

} // namespace grindstone::judge
