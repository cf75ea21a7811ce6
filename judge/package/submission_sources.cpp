// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/submission_sources.h"

#include "judge/package/package_files.h"

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

/// As many as a person's submission may have.
constexpr std::size_t MostFiles = 200;
/// What constants may make of a file.
constexpr std::size_t LargestFilled = 16 << 20;

Result<std::vector<PackageFile>> filesOf(const PackageFolder& folder, const std::string& path) {
    std::error_code error;
    if (fs::is_directory(TRY(folder.resolve(path)), error)) {
        std::vector<std::string> ignored; // a name that the format doesn't permit isn't part of the package
        return listFiles(folder, path, {MostFiles, LargestFilled}, ignored);
    }
    fs::path file = TRY(folder.resolveFile(path));
    return std::vector<PackageFile>{{fs::path(path).filename().string(), std::move(file)}};
}

Result<SourceFile> loadFile(const PackageFolder& folder, const PackageFile& file) {
    std::optional<std::string> content =
        TRY(folder.readText(file.path.lexically_relative(folder.root()), LargestFilled));
    return SourceFile{file.name, std::move(content).value_or("")};
}

Result<void> fillIn(const Constants& constants, SourceFile& source) {
    std::optional<std::string> filled = withConstants(source.content, constants, LargestFilled);
    if (!filled) {
        return fail("source.too-large", source.name + ": larger than 16 MiB, constants filled in");
    }
    source.content = *std::move(filled);
    return {};
}

} // namespace

Result<std::vector<SourceFile>> loadPackageSources(const Problem& problem, const std::string& path) {
    const PackageFolder folder = TRY(PackageFolder::open(problem.folder));
    std::vector<SourceFile> sources;
    for (const PackageFile& file : TRY(filesOf(folder, path))) {
        sources.push_back(TRY(loadFile(folder, file)));
    }
    TRY(checkSources(sources, problem.limits.code));
    for (SourceFile& source : sources) {
        TRY(fillIn(problem.constants, source));
    }
    return sources;
}

} // namespace grindstone::judge
