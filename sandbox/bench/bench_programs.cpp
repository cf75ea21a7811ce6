// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/bench/bench_programs.h"

#include "sandbox/base/sys.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace grindstone::sandbox::bench {

namespace {

namespace fs = std::filesystem;

/// What the host has there, no box can show.
constexpr std::array BoxFolders{"/case/",    "/dev/", "/etc/", "/feedback/", "/proc/",
                                "/program/", "/run/", "/tmp/", "/work/"};

bool isCoveredInBoxes(const std::string& folder) {
    return std::ranges::any_of(BoxFolders, [&](const char* covered) { return (folder + "/").starts_with(covered); });
}

Result<void> ensureProgram(const std::string& path) {
    if (::access(path.c_str(), X_OK) != 0) {
        return fail(systemError("bench.program-missing", path));
    }
    return {};
}

Result<void> copyProgram(const std::string& from, const std::string& to) {
    std::error_code error;
    if (!fs::copy_file(from, to, error) || ::chmod(to.c_str(), 0755) != 0) {
        return fail("bench.no-copy", to + ": " + (error ? error.message() : std::strerror(errno)));
    }
    return {};
}

} // namespace

Result<BenchPrograms> BenchPrograms::find(const std::string& helperPath) {
    std::error_code ignored;
    const fs::path folder = fs::absolute(helperPath, ignored).lexically_normal().parent_path();
    BenchPrograms programs(folder.string(), false);
    TRY(ensureProgram(programs.noop()));
    TRY(ensureProgram(programs.load()));
    return isCoveredInBoxes(programs.m_folder) ? copyOf(programs) : std::move(programs);
}

Result<BenchPrograms> BenchPrograms::copyOf(const BenchPrograms& original) {
    std::string folder = "/var/tmp/grindstone-bench.XXXXXX";
    if (::mkdtemp(folder.data()) == nullptr) {
        return fail(systemError("bench.no-copy", folder));
    }
    BenchPrograms copies(folder, true);
    // Root's boxes run under users that nobody else has.
    if (::chmod(folder.c_str(), 0755) != 0) {
        return fail(systemError("bench.no-copy", folder));
    }
    TRY(copyProgram(original.noop(), copies.noop()));
    TRY(copyProgram(original.load(), copies.load()));
    return copies;
}

BenchPrograms::~BenchPrograms() {
    if (m_owned) {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }
}

} // namespace grindstone::sandbox::bench
