// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/expectation.h"

#include <algorithm>
#include <cmath>

namespace grindstone::judge {

bool ScoreRange::holds(double score) const {
    const double room = 1e-9 * std::max(1.0, std::abs(score));
    return score >= lowest - room && score <= highest + room;
}

VerdictSet Expectation::wanted() const {
    if (whole && !whole->verdict.empty()) {
        return whole->verdict;
    }
    VerdictSet wanted;
    for (const ExpectationRule& rule : rules) {
        const VerdictSet own = rule.required & rule.permitted;
        if (!rule.cases && own != VerdictSet::all()) {
            const VerdictSet both = wanted & own;
            wanted = wanted.empty() || both.empty() ? own : both;
        }
    }
    return wanted;
}

} // namespace grindstone::judge
