// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <filesystem>
#include <string_view>
#include <utility>

namespace grindstone::judge::bench {

/// A folder for the files of a measurement, below the system's temporary one; removed with all in it in the end.
class BenchFolder {
public:
    /// Fails with "bench.no-folder".
    static Result<BenchFolder> create();
    ~BenchFolder();
    BenchFolder(BenchFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    BenchFolder& operator=(BenchFolder&&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    /// Writes a file of this name and returns its path. Fails with "bench.no-folder", naming it.
    Result<std::filesystem::path> write(std::string_view name, std::string_view content) const;

private:
    explicit BenchFolder(std::filesystem::path path) : m_path(std::move(path)) {}

    std::filesystem::path m_path;
};

} // namespace grindstone::judge::bench
