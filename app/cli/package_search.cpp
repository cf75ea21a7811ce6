// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/package_search.h"

#include "app/core/library/visible_folders.h"
#include "judge/package/package.h"
#include "judge/package/package_folder.h"

#include <algorithm>
#include <array>

namespace grindstone::cli {

namespace fs = std::filesystem;

namespace {

/// A pack in a folder of packs in a folder: nobody has more.
constexpr int MostDepth = 3;

/// What every package has, whatever it lacks.
bool looksLikePackage(const fs::path& folder) {
    constexpr std::array Marks{"problem.yaml", "data", "submissions"};
    return judge::isPackage(folder) || std::ranges::any_of(Marks, [&](const char* mark) {
               std::error_code error;
               return fs::exists(folder / mark, error);
           });
}

Result<std::vector<fs::path>> foldersIn(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> folders = core::visibleFolders(folder, error);
    if (error) {
        return fail("package.unreadable",
                    judge::shownPath(folder) + ": " + error.message() + "; name a folder that you may read");
    }
    return folders;
}

Result<void> search(const fs::path& folder, int depth, std::vector<fs::path>& packages) {
    for (const fs::path& inner : TRY(foldersIn(folder))) {
        if (looksLikePackage(inner)) {
            packages.push_back(inner);
        } else if (depth < MostDepth && !fs::is_symlink(inner)) {
            TRY(search(inner, depth + 1, packages));
        }
    }
    return {};
}

} // namespace

Result<std::vector<fs::path>> findPackages(const fs::path& path) {
    std::vector<fs::path> packages;
    if (looksLikePackage(path)) {
        packages.push_back(path);
        return packages;
    }
    TRY(search(path, 1, packages));
    if (packages.empty()) {
        return fail("package.invalid", judge::shownPath(path) +
                                           ": there is no package in this folder; name one that has a problem.yaml or "
                                           "a problem.xml, or a folder of such");
    }
    return packages;
}

Result<NamedPackages> NamedPackages::open(const std::vector<std::string>& given, Session& session) {
    NamedPackages named;
    for (const std::string& one : given) {
        named.m_arguments.push_back(TRY(PackageArgument::open(one, session)));
        TRY(named.add(one, named.m_arguments.back()));
    }
    return named;
}

Result<void> NamedPackages::add(const std::string& given, const PackageArgument& argument) {
    if (!argument.isTemporary()) {
        for (fs::path& folder : TRY(findPackages(given))) {
            m_packages.push_back({folder, folder});
        }
        return {};
    }
    for (const fs::path& folder : TRY(argument.packages())) {
        const fs::path below = folder.lexically_relative(argument.folder());
        m_packages.push_back({folder, below == "." ? fs::path(given) : fs::path(given) / below});
    }
    return {};
}

std::vector<fs::path> NamedPackages::folders() const {
    std::vector<fs::path> folders;
    for (const NamedPackage& one : m_packages) {
        folders.push_back(one.folder);
    }
    return folders;
}

} // namespace grindstone::cli
