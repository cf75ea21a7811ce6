// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/language/shims.h"

#include <toml++/toml.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace grindstone::judge {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t LargestFile = 64 << 10;

/// Empty when there is none or it isn't a plain file.
std::string readStart(const fs::path& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) {
        return {};
    }
    std::ifstream file(path, std::ios::binary);
    std::string text(LargestFile, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

/// Words of a file with comments; a comment goes from '#' to the end of its line.
std::vector<std::string> wordsOf(const std::string& text) {
    std::vector<std::string> words;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream rest(line.substr(0, line.find('#')));
        for (std::string word; rest >> word;) {
            words.push_back(word);
        }
    }
    return words;
}

/// 3.9 before 3.11: digits count as numbers.
bool isOlder(const fs::path& left, const fs::path& right) {
    const std::string a = left.filename().string();
    const std::string b = right.filename().string();
    std::size_t i = 0;
    std::size_t j = 0;
    const auto isDigit = [](char letter) { return letter >= '0' && letter <= '9'; };
    while (i < a.size() && j < b.size()) {
        if (!isDigit(a[i]) || !isDigit(b[j])) {
            if (a[i] != b[j]) {
                return a[i] < b[j];
            }
            ++i, ++j;
            continue;
        }
        const auto number = [&](const std::string& text, std::size_t& at) {
            const std::size_t start = std::min(text.find_first_not_of('0', at), text.size());
            at = start;
            while (at < text.size() && isDigit(text[at])) {
                ++at;
            }
            return text.substr(start, at - start);
        };
        const std::string one = number(a, i);
        const std::string other = number(b, j);
        if (one != other) {
            return one.size() != other.size() ? one.size() < other.size() : one < other;
        }
    }
    return a.size() - i < b.size() - j;
}

/// The folders in it, the newest version first.
std::vector<fs::path> foldersIn(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code unreadable;
        if (entry->is_directory(unreadable)) {
            found.push_back(entry->path());
        }
    }
    std::ranges::sort(found, [](const fs::path& a, const fs::path& b) { return isOlder(b, a); });
    return found;
}

/// Those of a list that exist, each once.
class Found {
public:
    explicit Found(fs::path tool) : m_tool(std::move(tool)) {}
    void add(const fs::path& prefix) {
        const fs::path program = prefix / "bin" / m_tool;
        std::error_code error;
        if (fs::is_regular_file(program, error) && std::ranges::find(m_programs, program) == m_programs.end()) {
            m_programs.push_back(program);
        }
    }
    std::vector<fs::path> take() { return std::move(m_programs); }

private:
    fs::path m_tool;
    std::vector<fs::path> m_programs;
};

/// "PYENV_VERSION" of a root called ".pyenv".
std::string versionVariable(const fs::path& root) {
    std::string name = root.filename().string();
    name.erase(0, name.starts_with('.') ? 1 : 0);
    std::ranges::transform(name, name.begin(), [](unsigned char letter) { return std::toupper(letter); });
    return name + "_VERSION";
}

/// The names could be anything, so that one with a slash is no name.
bool isName(const std::string& name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos;
}

void addVersions(const fs::path& root, Found& found) {
    const char* variable = std::getenv(versionVariable(root).c_str());
    std::string chosen = variable ? variable : "";
    std::ranges::replace(chosen, ':', ' ');
    for (const std::string& version : wordsOf(chosen + "\n" + readStart(root / "version"))) {
        if (isName(version)) {
            found.add(root / "versions" / version);
        }
    }
    for (const fs::path& version : foldersIn(root / "versions")) {
        found.add(version);
    }
}

/// asdf writes "# asdf-plugin: python 3.11.4" into its shims.
void addInstalls(const fs::path& root, const fs::path& shim, Found& found) {
    std::istringstream lines(readStart(shim));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string hash;
        std::string key;
        std::string plugin;
        std::string version;
        if (words >> hash >> key >> plugin >> version && hash == "#" && key == "asdf-plugin:" && isName(plugin) &&
            isName(version)) {
            found.add(root / "installs" / plugin / version);
        }
    }
    for (const fs::path& plugin : foldersIn(root / "installs")) {
        for (const fs::path& version : foldersIn(plugin)) {
            found.add(version);
        }
    }
}

std::string defaultToolchain(const fs::path& rustup) {
    try {
        const toml::table settings = toml::parse(readStart(rustup / "settings.toml"));
        return settings["default_toolchain"].value_or(std::string());
    } catch (const toml::parse_error&) {
        return {};
    }
}

/// Beside the folder of cargo, unless a variable says otherwise or the machine has rustup as a package.
fs::path rustupFolder(const fs::path& cargo) {
    if (const char* variable = std::getenv("RUSTUP_HOME"); variable && *variable) {
        return variable;
    }
    const char* home = std::getenv("HOME");
    return (cargo.filename() == ".cargo" || !home ? cargo.parent_path() : fs::path(home)) / ".rustup";
}

void addRustup(const fs::path& cargo, Found& found) {
    const fs::path rustup = rustupFolder(cargo);
    if (const std::string name = defaultToolchain(rustup); isName(name)) {
        found.add(rustup / "toolchains" / name);
    }
    std::vector<fs::path> toolchains = foldersIn(rustup / "toolchains");
    std::ranges::stable_partition(toolchains,
                                  [](const fs::path& one) { return one.filename().string().starts_with("stable"); });
    for (const fs::path& toolchain : toolchains) {
        found.add(toolchain);
    }
}

} // namespace

std::vector<fs::path> resolveShim(const fs::path& shim) {
    const fs::path folder = shim.parent_path();
    const fs::path root = folder.parent_path();
    std::error_code error;
    Found found(shim.filename());
    if (folder.filename() == "shims") {
        addVersions(root, found);
        addInstalls(root, shim, found);
        return found.take();
    }
    if (fs::exists(folder / "rustup", error) && fs::equivalent(shim, folder / "rustup", error)) {
        addRustup(root, found);
        return found.take();
    }
    return {shim};
}

} // namespace grindstone::judge
