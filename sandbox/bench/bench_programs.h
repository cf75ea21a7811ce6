// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <string>

namespace grindstone::sandbox::bench {

/// The static programs that are measured, by their absolute paths; see programs/.
struct BenchPrograms {
    std::string noop;
    std::string load;
};

/// Those beside the sandbox's helper. Fails with "bench.program-missing", naming the file.
Result<BenchPrograms> findBenchPrograms(const std::string& helperPath);

} // namespace grindstone::sandbox::bench
