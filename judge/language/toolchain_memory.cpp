// SPDX-License-Identifier: GPL-3.0-or-later
//
// A file for each toolchain, named after a hash of its key. It holds a word and the whole key, so that one whose hash
// is the same by chance, a cut file or a foreign one is taken for nothing. Written beside and renamed.
#include "judge/language/toolchain_memory.h"

#include "judge/language/toolchain.h"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <fstream>

namespace grindstone::judge {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view Works = "works\n";
constexpr std::string_view Broken = "broken\n";
constexpr auto FailureLasts = std::chrono::hours(1);
constexpr std::size_t LargestFile = 1 << 20;

void append(std::string& key, std::string_view word) {
    key += std::to_string(word.size());
    key += ':';
    key += word;
    key += '\n';
}

void append(std::string& key, const std::vector<std::string>& words) {
    append(key, std::to_string(words.size()));
    for (const std::string& word : words) {
        append(key, word);
    }
}

void appendFile(std::string& key, const std::string& path) {
    struct stat status {};
    append(key, path);
    if (!path.empty() && ::stat(path.c_str(), &status) == 0) {
        append(key, std::to_string(status.st_size) + " " + std::to_string(status.st_mtim.tv_sec) + "." +
                        std::to_string(status.st_mtim.tv_nsec) + " " + std::to_string(status.st_ino) + " " +
                        std::to_string(status.st_dev));
    }
}

/// All that the self-test depends on.
std::string keyOf(const Language& language, const Toolchain& toolchain) {
    std::string key;
    appendFile(key, toolchain.tool);
    appendFile(key, toolchain.runtime);
    append(key, toolchain.visiblePaths);
    append(key, language.id);
    append(key, language.sourceName);
    append(key, language.program);
    append(key, std::to_string(static_cast<int>(language.entryRule)) + (language.compileOnlyChecks ? " checks" : "") +
                    (language.addressSpaceLimit ? " bounded " : " ") + std::to_string(language.processes) + " " +
                    std::to_string(language.extraMemory.count()) + " " + std::to_string(language.timeMultiplier));
    for (const auto* words : {&language.compile, &language.run, &language.version, &language.environment,
                              &language.visiblePaths, &language.extensions}) {
        append(key, *words);
    }
    append(key, language.selfTestSource);
    append(key, language.selfTestOutput);
    return key;
}

/// FNV-1a; the key itself is compared, too.
std::string fileName(std::string_view key) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char letter : key) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
    }
    std::array<char, 16> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), hash, 16);
    return std::string(digits.data(), end);
}

std::string readSmall(const fs::path& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error) || fs::file_size(path, error) > LargestFile || error) {
        return {};
    }
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool isOld(const fs::path& path) {
    std::error_code error;
    const fs::file_time_type written = fs::last_write_time(path, error);
    const auto age = fs::file_time_type::clock::now() - written;
    return error || age > FailureLasts || age < -FailureLasts;
}

std::optional<bool> readFile(const fs::path& path, const std::string& key) {
    const std::string content = readSmall(path);
    if (content == std::string(Works) + key) {
        return true;
    }
    if (content == std::string(Broken) + key && !isOld(path)) {
        return false;
    }
    return std::nullopt;
}

void writeFile(const fs::path& path, const std::string& content) {
    static std::atomic<unsigned> counter = 0;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    const fs::path beside = path.string() + "." + std::to_string(::getpid()) + "." + std::to_string(counter++) + ".new";
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file << content;
    file.close();
    if (file) {
        fs::rename(beside, path, error);
    }
    if (!file || error) {
        fs::remove(beside, error);
    }
}

} // namespace

std::optional<bool> ToolchainMemory::works(const Language& language, const Toolchain& toolchain) {
    const std::string key = keyOf(language, toolchain);
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_known.find(key); known != m_known.end()) {
        return known->second;
    }
    if (m_folder.empty()) {
        return std::nullopt;
    }
    const std::optional<bool> found = readFile(m_folder / fileName(key), key);
    if (found) {
        m_known.emplace(key, *found);
    }
    return found;
}

void ToolchainMemory::remember(const Language& language, const Toolchain& toolchain, bool works) {
    const std::string key = keyOf(language, toolchain);
    const std::lock_guard lock(m_mutex);
    m_known[key] = works;
    if (!m_folder.empty()) {
        writeFile(m_folder / fileName(key), std::string(works ? Works : Broken) + key);
    }
}

} // namespace grindstone::judge
