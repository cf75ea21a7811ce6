// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/limit_inference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace grindstone::judge {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace {

/// "2", "1.5"
std::string number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.6g", value);
    return text.data();
}

/// "0.034 s"
std::string seconds(nanoseconds time) {
    const auto whole = std::chrono::ceil<milliseconds>(time);
    return number(static_cast<double>(whole.count()) / 1000) + " s";
}

nanoseconds times(nanoseconds time, double factor) {
    return nanoseconds(std::llround(static_cast<double>(time.count()) * factor));
}

milliseconds nextMultiple(nanoseconds time, milliseconds resolution) {
    const auto step = nanoseconds(resolution).count();
    const auto count = std::max<std::int64_t>(1, (time.count() + step - 1) / step);
    return count * resolution;
}

} // namespace

std::optional<InferredLimit> inferLimit(const TimingRule& rule, const std::vector<MeasuredTime>& accepted) {
    const auto slowest = std::ranges::max_element(accepted, {}, &MeasuredTime::time);
    if (slowest == accepted.end()) {
        return std::nullopt;
    }
    InferredLimit inferred;
    inferred.limit = nextMultiple(times(slowest->time, rule.acceptedToLimit), rule.resolution);
    inferred.slowest = slowest->submission;
    inferred.slowestTime = std::chrono::ceil<milliseconds>(slowest->time);
    inferred.multiplier = rule.acceptedToLimit;
    inferred.resolution = rule.resolution;
    return inferred;
}

std::vector<Finding> findNarrowMargins(const ProblemLimits& limits, const std::vector<MeasuredTime>& accepted) {
    std::vector<Finding> findings;
    const TimingRule& rule = limits.timing;
    const double factor = limits.source == LimitSource::Inferred ? rule.acceptedToLimit : rule.acceptedToGiven;
    for (const MeasuredTime& one : accepted) {
        if (times(one.time, factor) > limits.cpuTime) {
            findings.push_back({Severity::Warning, one.submission, 0,
                                "needs " + seconds(one.time) + " of the " + seconds(limits.cpuTime) +
                                    " that the time limit is; it should be " + number(factor) +
                                    " times what an accepted submission needs: raise the limit, or make the data "
                                    "smaller"});
        }
    }
    return findings;
}

bool exceedsClearly(const ProblemLimits& limits, const MeasuredTime& tooSlow) {
    return tooSlow.endless || tooSlow.time > times(limits.cpuTime, limits.timing.limitToTooSlow);
}

Finding tooNear(const ProblemLimits& limits, const MeasuredTime& tooSlow) {
    const Severity severity = limits.source == LimitSource::Inferred ? Severity::Error : Severity::Warning;
    return {severity, tooSlow.submission, 0,
            "is to be too slow, and ends after " + seconds(tooSlow.time) + "; that should be more than " +
                number(limits.timing.limitToTooSlow) + " times the time limit of " + seconds(limits.cpuTime) +
                ": add a larger case"};
}

} // namespace grindstone::judge
