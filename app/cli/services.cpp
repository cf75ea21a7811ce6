// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/services.h"

#include "app/core/judging/sandbox_start.h"

namespace grindstone::cli {

Services::Services() : m_paths(core::Paths::fromEnvironment()) {}

const judge::LanguageCatalogue& Services::languages() {
    if (!m_languages) {
        m_languages = judge::LanguageCatalogue::load({judge::findResources() / "languages", m_paths.ownLanguages()});
    }
    return *m_languages;
}

const core::Library& Services::library() {
    if (!m_library) {
        m_library.emplace(m_paths.packRoots());
        m_library->scan();
    }
    return *m_library;
}

Result<core::Store*> Services::store() {
    if (!m_store) {
        TRY(m_paths.ensure());
        m_store = TRY(core::Store::open(m_paths.database()));
    }
    return m_store.get();
}

Result<sandbox::Sandbox*> Services::sandbox() {
    if (!m_sandbox) {
        m_sandbox = TRY(core::startSandbox(m_paths));
    }
    return m_sandbox.get();
}

void Services::finishPreparing(std::stop_token stop) {
    if (m_judge != nullptr) {
        m_judge->finishPreparing(std::move(stop));
    }
}

Result<judge::Judge*> Services::judge() {
    if (!m_judge) {
        sandbox::Sandbox* boxes = TRY(sandbox());
        m_judge = std::make_unique<judge::Judge>(*boxes, boxes->capabilities(), languages(),
                                                 judge::JudgeOptions{0, m_paths.cache});
    }
    return m_judge.get();
}

} // namespace grindstone::cli
