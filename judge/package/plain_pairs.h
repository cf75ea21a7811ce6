// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// A test case of a folder without a description: two files, by their paths below it.
struct PlainPair {
    std::string input;
    std::string answer;
    bool sample = false;
};

/// What was recognized in such a folder, for people to look at before it is used.
struct PlainPairs {
    std::string rule;             ///< how inputs and answers are told: "in/out", "inp/out"; several: "in/ans, in/out"
    std::vector<PlainPair> pairs; ///< in natural order: 2 comes before 10
    std::vector<std::string> leftOver; ///< files that belong to no pair, in the same order
};

/// Pairs the files of a folder by their names: `1.in 1.out`, `a.in.1 a.ans.1`, `TEST01/SUM.INP TEST01/SUM.OUT`,
/// `input/1.txt output/1.txt`, `input01.txt output01.txt`, `01 01.a`. An answer that goes by a second name is left
/// over. Samples are those with "sample" or "example" in their path. Hidden files, and what lies behind links to
/// folders, are not looked at. Fails with "package.unreadable", and with "package.invalid" for more than 200,000 files.
Result<PlainPairs> findPlainPairs(const std::filesystem::path& folder);

/// What such a folder doesn't say.
struct PlainSettings {
    std::string name;                ///< title for people
    std::optional<double> timeLimit; ///< seconds
    std::optional<unsigned> memoryMib;
};

/// Makes an ICPC package of them in `target`, which isn't there yet or is empty; cases keep their order. Fails with
/// "package.invalid": there are none, or a link that leads out of the folder; "pack.unwritable". What was written then
/// stays for the caller to remove.
Result<void> convertPairs(const std::filesystem::path& folder, const PlainPairs& pairs, const PlainSettings& settings,
                          const std::filesystem::path& target);

} // namespace grindstone::judge
