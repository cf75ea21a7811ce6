// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"
#include "sandbox/base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace grindstone::judge {

/// A folder of cases that were made, each under a key of all that it depends on. What was used last stays longest when
/// there is more than the folder may hold; what was used within the last hour stays in any case, since a judge may be
/// reading it. Thread-safe, and safe with any number of processes on the same folder: a case is there whole or not at
/// all, on the disk before it has its name.
class CaseStore {
public:
    /// The files of a case; empty for what is not made.
    struct Kept {
        std::filesystem::path input;
        std::filesystem::path answer;
    };
    struct Parts {
        bool input = true;
        bool answer = true;
    };

    CaseStore(std::filesystem::path folder, Bytes largest) : m_folder(std::move(folder)), m_largest(largest) {}

    /// The case, which counts as used now; nothing unless it has these parts.
    std::optional<Kept> find(const std::string& key, Parts parts) const;
    /// Keeps what can be read from the descriptors (files or memory); -1: this part is not made. Where another process
    /// was faster, its case is the one. Fails with "cases.not-kept".
    Result<Kept> keep(const std::string& key, int input, int answer) const;
    /// Removes what was not used for the longest time, and what a crash left behind. Looks at everything: once after
    /// many cases were kept.
    void makeRoom() const;

private:
    Kept partsOf(const std::string& key, Parts parts) const;

    std::filesystem::path m_folder;
    Bytes m_largest;
};

} // namespace grindstone::judge
