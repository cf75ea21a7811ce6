// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/finding.h"

#include <map>
#include <string>
#include <vector>

namespace grindstone::judge {

/// Gathers what checks find. Of each kind only the first ones are kept, and how many more there were: fifty thousand
/// bad names say no more than fifty. Kinds are plain words in the plural ("names of files"), which a person gets to
/// see.
class FindingCollector {
public:
    static constexpr std::size_t MostOfAKind = 50;

    void add(const std::string& kind, Finding finding);
    void error(const std::string& kind, std::string file, std::string message) {
        add(kind, {Severity::Error, std::move(file), 0, std::move(message)});
    }
    void warn(const std::string& kind, std::string file, std::string message) {
        add(kind, {Severity::Warning, std::move(file), 0, std::move(message)});
    }
    /// What a reader says, "FILE:LINE: MESSAGE".
    void addText(const std::string& kind, Severity severity, std::string_view detail) {
        add(kind, findingFrom(severity, detail));
    }
    /// Sorted by file and line, without doubles; then what was left out.
    std::vector<Finding> take();

private:
    struct Count {
        std::size_t all = 0;
        bool errors = false; ///< one of those left out
    };

    std::vector<Finding> m_findings;
    std::map<std::string, Count> m_counts;
};

} // namespace grindstone::judge
