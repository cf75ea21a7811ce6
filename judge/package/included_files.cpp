// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/included_files.h"

#include "judge/package/package_files.h"

#include <algorithm>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t MostFolders = 100;

Result<std::vector<std::string>> entriesOf(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (isPermittedName(name) && name.front() != '.') {
            names.push_back(name);
        }
        if (names.size() > MostFolders) {
            return fail("package.invalid", "include: more than 100 entries; leave out what isn't needed");
        }
    }
    if (error) {
        return fail("package.unreadable", "include: " + error.message() + "; make it readable for you (chmod -R u+rX)");
    }
    std::ranges::sort(names);
    return names;
}

} // namespace

Result<std::vector<IncludeFolder>> findIncludes(const PackageFolder& folder, std::vector<std::string>& warnings) {
    constexpr FileAllowance Allowance{50, 16 << 20};
    std::vector<IncludeFolder> includes;
    if (!folder.exists("include")) {
        return includes;
    }
    const fs::path root = TRY(folder.resolve("include"));
    for (const std::string& name : TRY(entriesOf(root))) {
        std::error_code error;
        if (!fs::is_directory(root / name, error)) {
            warnings.push_back("include/" + name +
                               ": ignored; files to include lie in a folder for their language, or "
                               "in include/default");
            continue;
        }
        std::vector<PackageFile> files = TRY(listFiles(folder, "include/" + name, Allowance, warnings));
        includes.push_back({name, std::move(files)});
    }
    return includes;
}

} // namespace grindstone::judge
