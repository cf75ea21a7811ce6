// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/generate/made_cases.h"

#include "sandbox/base/sys.h"

#include <cstdlib>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

Result<fs::path> makeTemporaryFolder() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "grindstone-XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr) {
        return fail(systemError("cases.not-kept", name));
    }
    return fs::path(name);
}

} // namespace

MadeCases::~MadeCases() {
    if (!m_temporary.empty()) {
        std::error_code ignored;
        fs::remove_all(m_temporary, ignored);
    }
}

Result<const CaseStore*> MadeCases::store() {
    const std::lock_guard lock(m_mutex);
    if (!m_store && m_cacheFolder.empty()) {
        m_temporary = TRY(makeTemporaryFolder());
    }
    if (!m_store) {
        m_store.emplace((m_cacheFolder.empty() ? m_temporary : m_cacheFolder) / "cases", m_largest);
    }
    return &*m_store;
}

} // namespace grindstone::judge
