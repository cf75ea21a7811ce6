// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/generate/case_store.h"
#include "sandbox/base/temporary_folder.h"

#include <mutex>

namespace grindstone::judge {

/// Where a judge keeps the cases that it makes: in its cache, or, where it has none, in a folder among the system's
/// temporary ones that goes when this does. Thread-safe.
class MadeCases {
public:
    MadeCases(std::filesystem::path cacheFolder, Bytes largest)
        : m_cacheFolder(std::move(cacheFolder)), m_largest(largest) {}
    MadeCases(const MadeCases&) = delete;
    MadeCases& operator=(const MadeCases&) = delete;

    /// Lives as long as this. Fails with "cases.not-kept" where there is no room for a temporary folder.
    Result<const CaseStore*> store();

private:
    std::filesystem::path m_cacheFolder;
    Bytes m_largest;
    std::mutex m_mutex;
    TemporaryFolder m_temporary; ///< only where there is no cache
    std::optional<CaseStore> m_store;
};

} // namespace grindstone::judge
