// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/submission_filter.h"

#include "judge/package/package_folder.h"
#include "judge/package/submissions.h"

#include <fnmatch.h>

#include <string_view>

namespace grindstone::cli {

namespace {

constexpr std::string_view Folder = "submissions/";
constexpr std::size_t MostNamed = 8;

std::string withoutFolder(const std::string& path) {
    return path.starts_with(Folder) ? path.substr(Folder.size()) : path;
}

} // namespace

bool matchesFilter(const std::string& pattern, const std::string& path) {
    return ::fnmatch(pattern.c_str(), path.c_str(), 0) == 0 ||
           ::fnmatch(pattern.c_str(), withoutFolder(path).c_str(), 0) == 0;
}

Result<void> checkFilter(const std::string& pattern, const std::vector<std::filesystem::path>& packages) {
    std::string known;
    std::size_t count = 0;
    for (const std::filesystem::path& package : packages) {
        std::vector<judge::Finding> ignored;
        const Result<std::vector<judge::PackageSubmission>> submissions = judge::readSubmissions(package, ignored);
        for (const judge::PackageSubmission& one :
             submissions ? *submissions : std::vector<judge::PackageSubmission>()) {
            if (matchesFilter(pattern, one.path)) {
                return {};
            }
            if (count++ < MostNamed) {
                known += (known.empty() ? "" : ", ") + judge::shownPath(withoutFolder(one.path));
            }
        }
    }
    const std::string more = count > MostNamed ? " and " + std::to_string(count - MostNamed) + " more" : "";
    return fail("usage.wrong", "--only " + judge::shownPath(pattern) + " matches no submission; there are " +
                                   (known.empty() ? "none" : known + more));
}

} // namespace grindstone::cli
