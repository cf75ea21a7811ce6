// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/broken_languages.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace grindstone::cli {

namespace {

/// "/home/me/x.toml" of "/home/me/x.toml:3: name: is missing".
std::filesystem::path fileOf(const Error& problem) {
    constexpr std::string_view Suffix = ".toml";
    const std::size_t suffix = problem.detail.find(std::string(Suffix) + ":");
    return suffix == std::string::npos ? std::string() : problem.detail.substr(0, suffix + Suffix.size());
}

/// A line such as `id = "cpp"`, in a file that may be anything.
bool saysId(const std::filesystem::path& path, const std::string& id) {
    constexpr int MostLines = 1000;
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error) || std::filesystem::file_size(path, error) > (256 << 10)) {
        return false;
    }
    std::ifstream file(path);
    std::string line;
    for (int i = 0; i < MostLines && std::getline(file, line); ++i) {
        std::erase_if(line, [](char letter) { return letter == ' ' || letter == '\t' || letter == '\r'; });
        if (line.starts_with("id=\"" + id + "\"") || line.starts_with("id='" + id + "'")) {
            return true;
        }
    }
    return false;
}

} // namespace

std::vector<Error> brokenFilesOf(const judge::LanguageCatalogue& languages, const std::string& language) {
    std::vector<Error> found;
    for (const Error& problem : languages.problems()) {
        const std::filesystem::path file = fileOf(problem);
        if (file.stem() == language || saysId(file, language)) {
            found.push_back(problem);
        }
    }
    return found;
}

} // namespace grindstone::cli
