// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/score_text.h"

#include "app/core/text/phrase.h"

#include <cmath>

namespace grindstone::core::text {

QString score(double score) {
    constexpr int Digits = 6;
    constexpr double MostExact = 1e15;
    const bool whole = std::abs(score) < MostExact && score == std::trunc(score);
    return whole ? QString::number(static_cast<qint64>(score)) : QString::number(score, 'g', Digits);
}

QString points(std::optional<double> reached, std::optional<double> maxScore, Wording wording) {
    if (!reached) {
        return {};
    }
    return maxScore
               ? say(wording, QT_TRANSLATE_NOOP("grindstone", "%1 of %2 points")).arg(score(*reached), score(*maxScore))
               : say(wording, QT_TRANSLATE_NOOP("grindstone", "points: %1")).arg(score(*reached));
}

QString groupName(const judge::GroupResult& group) {
    return group.name == "data" ? say(Wording::Translated, QT_TRANSLATE_NOOP("grindstone", "all cases"))
                                : QString::fromStdString(group.name);
}

} // namespace grindstone::core::text
