// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace grindstone::judge {

struct Language;
struct Toolchain;

/// Which toolchains passed their self-test, in memory and, where a folder is given, on disk for other processes and
/// later. A toolchain is known by its files (path, size, time, inode) and by the whole description of its language.
/// That one failed is forgotten after an hour: it may lack a package that is installed since. Thread-safe, and safe
/// with several processes; what can't be read or written is as if not remembered.
class ToolchainMemory {
public:
    /// An empty folder's path: nothing goes to disk. The folder is made when it is first needed.
    explicit ToolchainMemory(std::filesystem::path folder = {}) : m_folder(std::move(folder)) {}

    std::optional<bool> works(const Language& language, const Toolchain& toolchain);
    void remember(const Language& language, const Toolchain& toolchain, bool works);

    /// What its version command said; nothing while that isn't known.
    std::optional<std::string> version(const Language& language, const Toolchain& toolchain);
    void rememberVersion(const Language& language, const Toolchain& toolchain, const std::string& version);

    /// True when there is a folder.
    bool isKept() const { return !m_folder.empty(); }

private:
    std::filesystem::path m_folder;
    std::mutex m_mutex;
    std::map<std::string, bool> m_known;           ///< by key
    std::map<std::string, std::string> m_versions; ///< by key
};

} // namespace grindstone::judge
