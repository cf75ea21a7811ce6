// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/run_memory.h"

#include "judge/verify/run_record.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

constexpr Bytes Largest = Bytes::mib(128);

} // namespace

RunMemory::RunMemory(const std::filesystem::path& cacheFolder)
    : m_remembers(!cacheFolder.empty()), m_store(cacheFolder.empty() ? cacheFolder : cacheFolder / "verify", Largest) {}

std::optional<Report> RunMemory::recall(const std::string& key) const {
    if (!m_remembers || key.empty()) {
        return std::nullopt;
    }
    const std::optional<std::string> record = m_store.load(key);
    return record ? reportFrom(*record) : std::nullopt;
}

void RunMemory::remember(const std::string& key, const Report& report) const {
    if (m_remembers && !key.empty() && isWorthRemembering(report)) {
        m_store.save(key, recordOf(report));
    }
}

bool isWorthRemembering(const Report& report) {
    const bool failed =
        std::ranges::any_of(report.cases, [](const CaseResult& one) { return one.verdict == Verdict::JudgeError; });
    return report.verdict && report.verdict != Verdict::JudgeError && !report.error && !report.cancelled && !failed;
}

} // namespace grindstone::judge
