// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/compared_file.h"
#include "app/cli/session.h"
#include "judge/compare/comparator.h"

namespace grindstone::cli {

/// What is asked of `grind compare`.
struct CompareOptions {
    std::string comparator; ///< a name, or the path of a checker
    std::string answer;
    std::string output;
    std::string input;
    std::string kind; ///< of a checker: "icpc", "testlib", or empty where its sources tell
    std::vector<std::string> arguments;
};

struct ComparedFiles {
    ComparedFile answer;
    ComparedFile output;
};

/// True for what can only be, or is, a file or folder, and isn't the name of a comparator that is built in.
bool isCheckerPath(const std::string& comparator);

/// Builds the checker and has it judge the output, in the sandbox. Fails as judge::findChecker() and
/// judge::callChecker() do, and with "file.unreadable" for the input.
Result<judge::Comparison> compareByChecker(const CompareOptions& options, const ComparedFiles& files, Session& session);

} // namespace grindstone::cli
