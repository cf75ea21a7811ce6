// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <string>
#include <utility>

namespace grindstone::sandbox::bench {

/// The static programs that are measured, at places where a box can show them: those beside the sandbox's helper or,
/// where these lie in a folder that each box has of its own (/tmp, /work …), copies that are removed in the end.
class BenchPrograms {
public:
    /// Fails with "bench.program-missing", naming the file, or "bench.no-copy".
    static Result<BenchPrograms> find(const std::string& helperPath);
    ~BenchPrograms();
    BenchPrograms(BenchPrograms&& other) noexcept
        : m_folder(std::move(other.m_folder)), m_owned(std::exchange(other.m_owned, false)) {}
    BenchPrograms& operator=(BenchPrograms&&) = delete;

    /// Absolute paths; programs/ says what each does.
    std::string noop() const { return m_folder + "/grindstone-noop"; }
    std::string load() const { return m_folder + "/grindstone-bench-load"; }

private:
    BenchPrograms(std::string folder, bool owned) : m_folder(std::move(folder)), m_owned(owned) {}
    static Result<BenchPrograms> copyOf(const BenchPrograms& original);

    std::string m_folder;
    bool m_owned = false;
};

} // namespace grindstone::sandbox::bench
