// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/score_view.h"

#include "app/cli/case_strip.h"
#include "app/cli/columns.h"
#include "app/core/text/score_text.h"

#include <algorithm>

namespace grindstone::cli {

namespace {

using judge::GroupResult;

QString verdictOf(const GroupResult& group) {
    return group.verdict ? core::text::verdictName(*group.verdict) : QString();
}

QString filled(const QString& text, qsizetype width) {
    return text + QString(std::max<qsizetype>(0, width - columnsOf(text)), u' ');
}

} // namespace

void drawScores(Canvas& canvas, const judge::Report& report) {
    qsizetype names = 0;
    qsizetype verdicts = 0;
    for (const GroupResult& group : report.groups) {
        names = std::max(names, columnsOf(core::text::groupName(group)));
        verdicts = std::max(verdicts, columnsOf(verdictOf(group)));
    }
    const QString gap = QStringLiteral("  ");
    for (const GroupResult& group : report.groups) {
        canvas.put(gap + filled(core::text::groupName(group), names) + gap, Style::Dim);
        canvas.put(filled(verdictOf(group), verdicts) + gap, styleOf(group.verdict));
        canvas.line(core::text::points(group.score, group.maxScore));
    }
    if (!report.groups.empty()) {
        canvas.line();
    }
}

} // namespace grindstone::cli
