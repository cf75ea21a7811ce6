// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/conversion.h"

#include "judge/package/companion.h"
#include "judge/package/package_folder.h"

#include <algorithm>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t LargestJson = 16 << 20;
constexpr std::size_t MostJsonFiles = 1000;

bool isJson(const fs::path& path) {
    return path.extension() == ".json" && path.filename().native().front() != '.';
}

Result<std::vector<std::string>> jsonFilesIn(const PackageFolder& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder.root(), error), end; !error && entry != end; entry.increment(error)) {
        if (isJson(entry->path())) {
            names.push_back(entry->path().filename().string());
        }
        if (names.size() > MostJsonFiles) {
            return fail("package.invalid", shownPath(folder.root()) + ": more than 1000 JSON files; import some of "
                                                                      "them at a time");
        }
    }
    std::ranges::sort(names);
    return names;
}

/// A name that no other problem has: "sums", "sums-2".
fs::path freeFolder(const fs::path& target, const std::string& slug) {
    std::error_code error;
    fs::path folder = target / slug;
    for (int number = 2; fs::exists(folder, error); ++number) {
        folder = target / (slug + "-" + std::to_string(number));
    }
    return folder;
}

Result<Conversion> convertJson(const PackageFolder& folder, const std::vector<std::string>& names,
                               const fs::path& target) {
    Conversion conversion;
    for (const std::string& name : names) {
        const std::string text = TRY(folder.readText(name, LargestJson)).value_or("");
        const CompanionProblem problem = TRY(readCompanion(name, text));
        const fs::path package = freeFolder(target, problem.slug);
        TRY(writeCompanionPackage(problem, package));
        conversion.title = conversion.packages.empty() || conversion.title == problem.group ? problem.group : "";
        conversion.packages.push_back(package);
    }
    return conversion;
}

Result<std::optional<Conversion>> convertFolder(const PackageFolder& folder, const std::string& name,
                                                const fs::path& target) {
    PlainPairs pairs = TRY(findPlainPairs(folder.root()));
    if (pairs.pairs.empty()) {
        const std::vector<std::string> names = TRY(jsonFilesIn(folder));
        return names.empty() ? std::optional<Conversion>() : std::optional(TRY(convertJson(folder, names, target)));
    }
    Conversion conversion;
    conversion.packages.push_back(target / name);
    TRY(convertPairs(folder.root(), pairs, {name, {}, {}}, conversion.packages.front()));
    conversion.pairs = std::move(pairs);
    return std::optional(std::move(conversion));
}

} // namespace

Result<std::optional<Conversion>> convertSource(const fs::path& source, const std::string& name,
                                                const fs::path& target) {
    std::error_code error;
    if (fs::is_directory(source, error)) {
        return convertFolder(TRY(PackageFolder::open(source)), name, target);
    }
    if (!isJson(source)) {
        return std::optional<Conversion>();
    }
    const fs::path parent = source.has_parent_path() ? source.parent_path() : fs::path(".");
    const PackageFolder folder = TRY(PackageFolder::open(parent));
    const std::vector<std::string> names{source.filename().string()};
    return std::optional(TRY(convertJson(folder, names, target)));
}

} // namespace grindstone::judge
