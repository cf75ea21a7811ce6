// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/language/tool_search.h"

#include "judge/language/shims.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace grindstone::judge {

namespace {

namespace fs = std::filesystem;

/// Of a person with very many versions, the rest is left out.
constexpr std::size_t MostCandidates = 32;

std::vector<fs::path> searchFolders() {
    std::vector<fs::path> folders{"/usr/bin", "/usr/local/bin"};
    const char* variable = std::getenv("PATH");
    std::string_view rest = variable ? variable : "";
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        if (const fs::path folder(rest.substr(0, end)); folder.is_absolute()) {
            folders.push_back(folder.lexically_normal());
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return folders;
}

bool isBelow(const fs::path& path, const fs::path& folder) {
    const auto [folderEnd, pathEnd] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return folderEnd == folder.end();
}

bool isShown(const fs::path& path, const std::vector<std::string>& shown) {
    return isBelow(path, "/usr") ||
           std::ranges::any_of(shown, [&](const std::string& folder) { return isBelow(path, folder); });
}

/// A box has folders of its own at these places, which hide the host's.
bool canBeShown(const fs::path& path) {
    return std::ranges::none_of(std::array{"/tmp", "/run", "/work", "/program", "/case", "/feedback", "/proc", "/dev"},
                                [&](const char* own) { return isBelow(path, own); });
}

/// How many folders deep `path` lies.
std::ptrdiff_t depth(const fs::path& path) {
    return std::distance(path.begin(), path.end()) - 1;
}

/// The home that `path` lies in or is; empty when it is in none that we know of.
fs::path homeOf(const fs::path& path) {
    std::error_code error;
    const char* variable = std::getenv("HOME");
    const fs::path own = variable && *variable == '/' ? fs::canonical(variable, error) : fs::path();
    if (!own.empty() && own != "/" && isBelow(path, own)) {
        return own;
    }
    if (isBelow(path, "/root")) {
        return "/root";
    }
    if (isBelow(path, "/home") && depth(path) >= 2) {
        return fs::path("/home") / *std::next(path.begin(), 2);
    }
    return {};
}

/// True for a folder that may be shown as a whole: one that belongs to a toolchain and to nothing else. In a home that
/// takes two names (".local", ".cargo" and "go" hold all kinds of things), elsewhere "/opt/NAME".
bool isPrefix(const fs::path& folder) {
    const fs::path home = homeOf(folder);
    const char* variable = std::getenv("HOME");
    const bool holdsHome = variable && isBelow(variable, folder);
    return !holdsHome && depth(folder) - (home.empty() ? 0 : depth(home)) >= 2;
}

std::string whatToShow(const fs::path& program) {
    const fs::path folder = program.parent_path();
    const fs::path prefix = folder.filename() == "bin" ? folder.parent_path() : folder;
    const bool whole = isPrefix(prefix) && ::access(prefix.c_str(), R_OK | X_OK) == 0;
    return whole ? prefix.string() : program.string();
}

/// Nothing when it is no program that we may start.
std::vector<ToolCandidate> candidateOf(const fs::path& file, const std::vector<std::string>& shown) {
    std::error_code error;
    const fs::path program = fs::canonical(file, error);
    if (error || !fs::is_regular_file(program, error) || ::access(program.c_str(), R_OK | X_OK) != 0) {
        return {};
    }
    if (!isShown(program, shown) && !canBeShown(program)) {
        return {};
    }
    if (!isShown(program, shown)) {
        return {{program.string(), {whatToShow(program)}}};
    }
    // The link's own path is preferred, because tools look at the name by which they were called.
    return {{(isShown(file, shown) ? file : program).string(), {}}};
}

} // namespace

std::vector<ToolCandidate> candidatesOf(const fs::path& file, const std::vector<std::string>& shown) {
    std::error_code error;
    if (!fs::exists(file, error)) {
        return {};
    }
    std::vector<ToolCandidate> found;
    for (const fs::path& program : resolveShim(file)) {
        const std::vector<ToolCandidate> candidate = candidateOf(program, shown);
        found.insert(found.end(), candidate.begin(), candidate.end());
    }
    return found;
}

std::vector<ToolCandidate> findTools(const std::vector<std::string>& names, const std::vector<std::string>& shown) {
    std::vector<ToolCandidate> found;
    std::vector<fs::path> known;
    for (const std::string& name : names) {
        for (const fs::path& folder : searchFolders()) {
            for (ToolCandidate& candidate : candidatesOf(folder / name, shown)) {
                std::error_code error;
                const fs::path program = fs::canonical(candidate.path, error);
                if (std::ranges::find(known, program) == known.end() && found.size() < MostCandidates) {
                    known.push_back(program);
                    found.push_back(std::move(candidate));
                }
            }
        }
    }
    return found;
}

} // namespace grindstone::judge
