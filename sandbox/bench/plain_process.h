// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <chrono>
#include <string>
#include <vector>

namespace grindstone::sandbox::bench {

/// A program outside of any box, started the fastest way there is: vfork and exec. Its environment is empty.
class PlainProcess {
public:
    /// arguments[0] is the absolute path of the program.
    explicit PlainProcess(std::vector<std::string> arguments);

    /// Runs it to its end and returns how long that took. Fails with `failureCode` and what it ended with when that
    /// isn't exit status 0.
    Result<std::chrono::nanoseconds> run(const char* failureCode) const;

private:
    std::vector<std::string> m_arguments;
};

} // namespace grindstone::sandbox::bench
