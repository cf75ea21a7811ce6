// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace grindstone::judge {

/// A folder of files that may vanish at any time, each under a key of letters and digits. What was used last stays
/// longest when there is more than the folder may hold. Thread-safe, and safe with any number of processes on the same
/// folder: a file is there whole or not at all. Nothing fails: a folder that cannot be read or written keeps nothing.
class FileStore {
public:
    /// `largest` bounds the sum of all files, each of which counts as 64 KiB at least. The folder is made when
    /// something is first saved, for its owner alone.
    FileStore(std::filesystem::path folder, Bytes largest) : m_folder(std::move(folder)), m_largest(largest) {}

    /// The file's bytes, which count as used now. Whether they are what was saved is for the caller to check.
    std::optional<std::string> load(const std::string& key) const;
    /// Also makes room, by removing what was not used for the longest time. What is larger than the whole is not kept.
    void save(const std::string& key, std::string_view bytes) const;
    void remove(const std::string& key) const;

private:
    void makeRoom() const;

    std::filesystem::path m_folder;
    Bytes m_largest;
};

} // namespace grindstone::judge
