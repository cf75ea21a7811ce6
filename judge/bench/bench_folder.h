// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"
#include "sandbox/base/temporary_folder.h"

#include <filesystem>
#include <string_view>
#include <utility>

namespace grindstone::judge::bench {

/// A folder for the files of a measurement, below the system's temporary one; removed with all in it in the end.
class BenchFolder {
public:
    /// Fails with "bench.no-folder".
    static Result<BenchFolder> create();

    const std::filesystem::path& path() const { return m_folder.path(); }
    /// Writes a file of this name and returns its path. Fails with "bench.no-folder", naming it.
    Result<std::filesystem::path> write(std::string_view name, std::string_view content) const;

private:
    explicit BenchFolder(TemporaryFolder folder) : m_folder(std::move(folder)) {}

    TemporaryFolder m_folder;
};

} // namespace grindstone::judge::bench
