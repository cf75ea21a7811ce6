// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/yaml_reader.h"

#include <cstdint>
#include <string>
#include <vector>

namespace grindstone::judge {

/// The numbers that `count` gives to the cases of one entry: 3 stands for 1, 2, 3, "-1..=1" for -1, 0, 1, and a list
/// for itself. Fails with "package.invalid" unless they are from 1 to 100 different whole numbers.
Result<std::vector<std::int64_t>> readCaseNumbers(const YamlReader& reader, const YamlValue& count);

/// The numbers as they stand in names: all as long as the longest, where one follows the other without a gap.
std::vector<std::string> numberNames(const std::vector<std::int64_t>& numbers);

/// "03" for 3 of 12.
std::string paddedNumber(std::size_t number, std::size_t total);

} // namespace grindstone::judge
