// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/case_folder.h"

#include "sandbox/base/sys.h"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>

namespace grindstone::sandbox {

namespace {

namespace fs = std::filesystem;

constexpr const char* Code = "sandbox.case-folder";
/// Of a folder with more the rest is not looked at; what can't be read then shows in the box.
constexpr int MostEntries = 10'000;

bool isReadableInBox(const fs::path& path, const struct stat& status) {
    const bool isFolder = S_ISDIR(status.st_mode);
    if (::geteuid() != 0) {
        return ::access(path.c_str(), isFolder ? R_OK | X_OK : R_OK) == 0;
    }
    const mode_t needed = isFolder ? S_IROTH | S_IXOTH : S_IROTH;
    return (status.st_mode & needed) == needed;
}

/// A link is left alone: it leads to somewhere in the box.
Result<void> checkEntry(const fs::path& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) {
        return fail(systemError(Code, path.string()));
    }
    const bool matters = S_ISDIR(status.st_mode) || S_ISREG(status.st_mode);
    if (matters && !isReadableInBox(path, status)) {
        std::array<char, 8> mode{};
        std::snprintf(mode.data(), mode.size(), "%o", status.st_mode & 07777U);
        return fail(Code, path.string() + ": a box's user may not read it, its permissions are " + mode.data());
    }
    return {};
}

} // namespace

Result<void> checkCaseFolder(const std::string& folder, bool namespaces) {
    std::error_code error;
    const fs::path path = fs::canonical(folder, error);
    if (error || !fs::is_directory(path, error)) {
        return fail(Code, folder + ": " + (error ? error.message() : "not a folder"));
    }
    if (!namespaces) {
        return fail(Code, folder + ": no folder can be shown without namespaces");
    }
    TRY(checkEntry(path));
    fs::recursive_directory_iterator entry(path, fs::directory_options::skip_permission_denied, error);
    for (int seen = 0; seen < MostEntries && entry != fs::recursive_directory_iterator() && !error; ++seen) {
        TRY(checkEntry(entry->path()));
        entry.increment(error);
    }
    return {};
}

} // namespace grindstone::sandbox
