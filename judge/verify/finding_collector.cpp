// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/finding_collector.h"

#include <algorithm>

namespace grindstone::judge {

void FindingCollector::add(const std::string& kind, Finding finding) {
    Count& count = m_counts[kind];
    if (++count.all <= MostOfAKind) {
        m_findings.push_back(std::move(finding));
    } else {
        count.errors |= finding.severity == Severity::Error;
    }
}

std::vector<Finding> FindingCollector::take() {
    std::vector<Finding> findings = std::move(m_findings);
    std::ranges::sort(findings, [](const Finding& left, const Finding& right) { return left < right; });
    findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
    for (const auto& [kind, count] : m_counts) {
        if (count.all > MostOfAKind) {
            findings.push_back({count.errors ? Severity::Error : Severity::Warning,
                                {},
                                0,
                                kind + ": " + std::to_string(count.all - MostOfAKind) +
                                    " more findings are not shown; correct the first ones and check again"});
        }
    }
    m_counts.clear();
    return findings;
}

} // namespace grindstone::judge
