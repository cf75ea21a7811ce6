// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <chrono>
#include <filesystem>

namespace grindstone::judge::bench {

/// The programs of a conversation without a judge.
struct BareTalk {
    std::filesystem::path program;
    std::filesystem::path interactor;
    std::filesystem::path input; ///< the interactor's first argument
};

/// Runs both to their ends with a pipe each way, on one CPU, each in a session of its own as programs in boxes are.
/// Returns how long that took. Fails with "bench.program-failed" when either cannot be started, the program ends with
/// another exit status than 0, or the interactor with another than 42.
Result<std::chrono::nanoseconds> runBareTalk(const BareTalk& talk);

} // namespace grindstone::judge::bench
