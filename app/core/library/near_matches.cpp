// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/library/near_matches.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace grindstone::core {

namespace {

/// Levenshtein's distance, or `most` + 1 as soon as it is certain to be larger than `most`.
int editDistance(QStringView a, QStringView b, int most) {
    if (std::abs(int(a.size()) - int(b.size())) > most) {
        return most + 1;
    }
    std::vector<int> row(std::size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        int least = row[0] = int(i) + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int replaced = diagonal + (a[i] == b[qsizetype(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
            least = std::min(least, row[j]);
        }
        if (least > most) {
            return most + 1;
        }
    }
    return row.back();
}

} // namespace

QStringList nearMatches(const std::vector<ProblemEntry>& entries, const QString& typed) {
    // A typed text can be of any length; no id is that long.
    if (typed.isEmpty() || typed.size() > 200) {
        return {};
    }
    const QString wanted = typed.toLower();
    const int most = std::max(1, int(wanted.size()) / 3);
    std::vector<std::pair<int, const ProblemEntry*>> near;
    for (const ProblemEntry& entry : entries) {
        const QString id = entry.id.toLower();
        const int distance = std::min(editDistance(wanted, id, most), editDistance(wanted, entry.slug.toLower(), most));
        if (distance <= most) {
            near.emplace_back(distance, &entry);
        }
    }
    std::ranges::stable_sort(near, {}, &std::pair<int, const ProblemEntry*>::first);
    QStringList ids;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, near.size()); ++i) {
        ids << near[i].second->id;
    }
    return ids;
}

} // namespace grindstone::core
