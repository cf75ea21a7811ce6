// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/bench/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>

namespace grindstone::sandbox::bench {

double median(std::vector<double> values) {
    if (values.empty()) {
        return 0;
    }
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double percentile(std::vector<double> values, double percent) {
    if (values.empty()) {
        return 0;
    }
    std::ranges::sort(values);
    const double rank = std::ceil(percent * static_cast<double>(values.size()) / 100);
    const double last = static_cast<double>(values.size());
    return values[static_cast<std::size_t>(std::clamp(rank, 1.0, last)) - 1];
}

double spreadPercent(const std::vector<double>& values) {
    const double middle = median(values);
    if (middle == 0) {
        return 0;
    }
    const auto [smallest, largest] = std::ranges::minmax(values);
    return (largest - smallest) / middle * 100;
}

std::vector<double> differences(const std::vector<double>& values, const std::vector<double>& others) {
    assert(values.size() == others.size());
    std::vector<double> result(values.size());
    std::ranges::transform(values, others, result.begin(), std::minus<>());
    return result;
}

std::vector<double> ratios(const std::vector<double>& values, const std::vector<double>& others) {
    assert(values.size() == others.size());
    std::vector<double> result(values.size());
    std::ranges::transform(values, others, result.begin(), std::divides<>());
    return result;
}

Summary summarize(const std::vector<double>& values) {
    return {median(values), percentile(values, 95)};
}

} // namespace grindstone::sandbox::bench
