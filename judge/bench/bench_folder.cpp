// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/bench/bench_folder.h"

#include "sandbox/base/sys.h"

#include <cstdlib>
#include <fstream>

namespace grindstone::judge::bench {

namespace fs = std::filesystem;

Result<BenchFolder> BenchFolder::create() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "grindstone-bench.XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr) {
        return fail(systemError("bench.no-folder", name));
    }
    return BenchFolder(name);
}

BenchFolder::~BenchFolder() {
    if (!m_path.empty()) {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
}

Result<fs::path> BenchFolder::write(std::string_view name, std::string_view content) const {
    const fs::path path = m_path / name;
    std::ofstream file(path, std::ios::binary);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.close();
    if (!file) {
        return fail(systemError("bench.no-folder", path.string()));
    }
    return path;
}

} // namespace grindstone::judge::bench
