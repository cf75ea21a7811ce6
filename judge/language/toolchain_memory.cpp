// SPDX-License-Identifier: GPL-3.0-or-later
//
// A file for each toolchain, named after its key. It holds a word and the key, so that a cut file or a foreign one is
// taken for nothing. FileStore::load() isn't used: a failure's age is that of the writing, not of the last use.
#include "judge/language/toolchain_memory.h"

#include "judge/cache/digest_parts.h"
#include "judge/cache/file_store.h"
#include "judge/language/toolchain.h"

#include <chrono>
#include <fstream>

namespace grindstone::judge {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view Works = "works\n";
constexpr std::string_view Broken = "broken\n";
constexpr auto FailureLasts = std::chrono::hours(1);
constexpr std::size_t LargestFile = 1 << 10;
constexpr Bytes LargestFolder = Bytes::mib(64); // a thousand toolchains

/// All that the self-test depends on.
std::string keyOf(const Language& language, const Toolchain& toolchain) {
    Digest digest;
    addFile(digest, toolchain.tool);
    addFile(digest, toolchain.runtime);
    addTexts(digest, toolchain.visiblePaths);
    digest.add(language.id).add(language.sourceName).add(language.program);
    digest.add(static_cast<std::uint64_t>(language.entryRule)).add(language.compileOnlyChecks ? 1 : 0);
    digest.add(language.addressSpaceLimit ? 1 : 0).add(language.processes).add(language.extraMemory.count());
    digest.add(std::to_string(language.timeMultiplier));
    for (const auto* words : {&language.compile, &language.run, &language.version, &language.environment,
                              &language.visiblePaths, &language.extensions}) {
        addTexts(digest, *words);
    }
    return digest.add(language.selfTestSource).add(language.selfTestOutput).hex();
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

/// A version has a file of its own: that it can be asked doesn't say that the self-test passes.
std::string versionFile(const std::string& key) {
    return key + "version";
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
    const std::optional<bool> found = readFile(m_folder / key, key);
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
        FileStore(m_folder, LargestFolder).save(key, std::string(works ? Works : Broken) + key);
    }
}

std::optional<std::string> ToolchainMemory::version(const Language& language, const Toolchain& toolchain) {
    const std::string key = keyOf(language, toolchain);
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_versions.find(key); known != m_versions.end()) {
        return known->second;
    }
    const std::string content = m_folder.empty() ? std::string() : readSmall(m_folder / versionFile(key));
    const std::string head = key + "\n";
    if (!content.starts_with(head)) {
        return std::nullopt;
    }
    return m_versions.emplace(key, content.substr(head.size())).first->second;
}

void ToolchainMemory::rememberVersion(const Language& language, const Toolchain& toolchain,
                                      const std::string& version) {
    const std::string key = keyOf(language, toolchain);
    const std::lock_guard lock(m_mutex);
    m_versions[key] = version;
    if (!m_folder.empty()) {
        FileStore(m_folder, LargestFolder).save(versionFile(key), key + "\n" + version);
    }
}

} // namespace grindstone::judge
