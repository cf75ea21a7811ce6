// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/bench/bench_folder.h"

#include <cstddef>
#include <stop_token>

namespace grindstone::judge::bench {

/// Integers of one to ten digits, some on each line; the same in all three files.
struct NumberFiles {
    std::filesystem::path answer;
    std::filesystem::path equal;  ///< the same bytes
    std::filesystem::path spaced; ///< a newline for each blank and a blank for each newline
};

/// Writes files of `mebibytes` each, a part at a time. Fails with "bench.no-folder", naming the file, and with
/// "interrupted" after a stop.
Result<NumberFiles> writeNumberFiles(const BenchFolder& folder, std::size_t mebibytes, const std::stop_token& stop);

} // namespace grindstone::judge::bench
