// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/cache/file_store.h"
#include "judge/report/report.h"

#include <optional>
#include <string>

namespace grindstone::judge {

/// What submissions came to earlier, under keys of all that this depends on (see runKey()). Bounded and thread-safe;
/// may be removed at any time.
class RunMemory {
public:
    /// `cacheFolder` is the judge's; empty: nothing is remembered.
    explicit RunMemory(const std::filesystem::path& cacheFolder);

    std::optional<Report> recall(const std::string& key) const;
    /// Not for reports that say more of this machine than of the submission; see isWorthRemembering().
    void remember(const std::string& key, const Report& report) const;

private:
    bool m_remembers;
    FileStore m_store;
};

/// False for judge errors, for what was stopped, and where a language is missing.
bool isWorthRemembering(const Report& report);

} // namespace grindstone::judge
