// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace grindstone::sandbox::bench {

/// The middle value, or the mean of the two in the middle. 0 of nothing.
double median(std::vector<double> values);

/// The smallest of the values that at least `percent` in a hundred don't exceed (the nearest rank). 0 of nothing.
double percentile(std::vector<double> values, double percent);

/// How far the values lie apart: (largest − smallest) ÷ median, in percent. 0 of nothing, and where the median is 0.
double spreadPercent(const std::vector<double>& values);

/// Each of `values` less its partner in `others`; both have the same length.
std::vector<double> differences(const std::vector<double>& values, const std::vector<double>& others);
/// The same of each divided by its partner.
std::vector<double> ratios(const std::vector<double>& values, const std::vector<double>& others);

/// What is told of a series.
struct Summary {
    double median = 0;
    double p95 = 0;
};

Summary summarize(const std::vector<double>& values);

} // namespace grindstone::sandbox::bench
