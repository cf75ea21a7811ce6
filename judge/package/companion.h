// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

/// A problem as the browser extension Competitive Companion tells it. Plain value.
struct CompanionProblem {
    struct Sample {
        std::string input;
        std::string answer;
    };

    std::string slug; ///< small letters, digits and "-", made from its name
    std::string name;
    std::string group; ///< "Codeforces - Round 1", may be empty; problems of the same one make a pack
    std::string url;
    std::optional<double> timeLimit; ///< seconds
    std::optional<unsigned> memoryMib;
    std::vector<Sample> samples; ///< at least one
};

/// Reads the extension's JSON, one problem, of any bytes; `fileName` is what errors call it. Fails with
/// "package.invalid" for what is no such JSON, more than 16 MiB, or a problem without tests, and with
/// "package.unsupported" for an interactive one, whose interactor nobody has, or one that reads or writes files.
Result<CompanionProblem> readCompanion(const std::string& fileName, const std::string& text);

/// Makes an ICPC package of it in `target`, which isn't there yet or is empty: its samples, and a statement that says
/// where the problem is. Fails with "pack.unwritable".
Result<void> writeCompanionPackage(const CompanionProblem& problem, const std::filesystem::path& target);

/// Both in one.
Result<void> convertCompanion(const std::string& fileName, const std::string& text,
                              const std::filesystem::path& target);

} // namespace grindstone::judge
