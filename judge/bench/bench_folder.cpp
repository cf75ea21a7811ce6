// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/bench/bench_folder.h"

#include "sandbox/base/sys.h"

#include <fstream>

namespace grindstone::judge::bench {

namespace fs = std::filesystem;

Result<BenchFolder> BenchFolder::create() {
    std::error_code error;
    const fs::path prefix = fs::temp_directory_path(error) / "grindstone-bench.";
    TemporaryFolder folder = error ? TemporaryFolder() : TemporaryFolder(prefix);
    return folder ? Result<BenchFolder>(BenchFolder(std::move(folder)))
                  : fail(systemError("bench.no-folder", prefix.string()));
}

Result<fs::path> BenchFolder::write(std::string_view name, std::string_view content) const {
    const fs::path path = m_folder.path() / name;
    std::ofstream file(path, std::ios::binary);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.close();
    if (!file) {
        return fail(systemError("bench.no-folder", path.string()));
    }
    return path;
}

} // namespace grindstone::judge::bench
