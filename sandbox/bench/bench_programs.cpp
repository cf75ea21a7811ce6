// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/bench/bench_programs.h"

#include "sandbox/base/sys.h"

#include <unistd.h>

#include <filesystem>

namespace grindstone::sandbox::bench {

namespace {

Result<std::string> findProgram(const std::filesystem::path& folder, const char* name) {
    const std::string path = (folder / name).string();
    if (::access(path.c_str(), X_OK) != 0) {
        return fail(systemError("bench.program-missing", path));
    }
    return path;
}

} // namespace

Result<BenchPrograms> findBenchPrograms(const std::string& helperPath) {
    std::error_code ignored;
    const std::filesystem::path folder =
        std::filesystem::absolute(helperPath, ignored).lexically_normal().parent_path();
    return BenchPrograms{TRY(findProgram(folder, "grindstone-noop")),
                         TRY(findProgram(folder, "grindstone-bench-load"))};
}

} // namespace grindstone::sandbox::bench
