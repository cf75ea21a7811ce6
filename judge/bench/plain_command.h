// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace grindstone::judge::bench {

/// A command outside of any box, as a script would run it.
struct PlainCommand {
    std::vector<std::string> arguments; ///< arguments[0] is the absolute path of the program
    std::filesystem::path input;        ///< standard input; empty: /dev/null
    std::filesystem::path output;       ///< standard output, overwritten; empty: /dev/null
};

/// Runs it to its end, started without a copy of this process. Its environment is a PATH of the system's folders.
/// Fails with "bench.program-failed" when it cannot be started or ends with another exit status than 0.
Result<void> runPlainly(const PlainCommand& command);

} // namespace grindstone::judge::bench
