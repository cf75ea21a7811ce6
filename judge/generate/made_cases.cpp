// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/generate/made_cases.h"

#include "sandbox/base/sys.h"

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

Result<TemporaryFolder> makeTemporaryFolder() {
    std::error_code error;
    const fs::path prefix = fs::temp_directory_path(error) / "grindstone-";
    TemporaryFolder folder = error ? TemporaryFolder() : TemporaryFolder(prefix);
    return folder ? Result<TemporaryFolder>(std::move(folder)) : fail(systemError("cases.not-kept", prefix.string()));
}

} // namespace

Result<const CaseStore*> MadeCases::store() {
    const std::lock_guard lock(m_mutex);
    if (!m_store && m_cacheFolder.empty()) {
        m_temporary = TRY(makeTemporaryFolder());
    }
    if (!m_store) {
        m_store.emplace((m_cacheFolder.empty() ? m_temporary.path() : m_cacheFolder) / "cases", m_largest);
    }
    return &*m_store;
}

} // namespace grindstone::judge
